package dev.synchronizer.validate;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.annotation.DataType;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.stream.Stream;

/**
 * B10: a setting stands where it means something.
 *
 * <p>Lengths and patterns are for a single STRING, TEXT, RICH_TEXT or URI; ranges and digits for a single INTEGER, LONG,
 * DOUBLE or DECIMAL; a default value for any single value but a BLOCK or REFERENCE; counts of items for lists and sets;
 * allowed types for REFERENCE and BLOCK, and allowed values for ENUM, single or many. Nothing constrains the single
 * items of a list or set. Allowed parents and children are for types that have a place in the tree, so not for blocks.
 * All other settings are for all.
 */
final class SettingApplicability implements Rule {
    @Override
    public Stream<Problem> violations(ModelIndex model) {
        return Stream.concat(
                model.properties().stream().flatMap(SettingApplicability::ofProperty),
                model.types().stream().map(DeclaredType::type).flatMap(SettingApplicability::ofType));
    }

    static boolean applies(SettingKey key, PropertyType type) {
        return switch (key) {
            case MIN_LENGTH, MAX_LENGTH, PATTERN -> !type.isMany() && isText(type.base());
            case MIN, MAX, EXCLUSIVE_MIN, EXCLUSIVE_MAX, INTEGER_DIGITS, FRACTION_DIGITS ->
                !type.isMany() && isNumber(type.base());
            case MIN_ITEMS, MAX_ITEMS -> type.isMany();
            case ALLOWED_TYPES -> isItem(type.base());
            case ALLOWED_VALUES -> type.base() == DataType.ENUM;
            case DEFAULT_VALUE -> !type.isMany() && !isItem(type.base());
            default -> true;
        };
    }

    private static boolean isText(DataType type) {
        return type == DataType.STRING || type == DataType.TEXT || type == DataType.RICH_TEXT || type == DataType.URI;
    }

    private static boolean isNumber(DataType type) {
        return type == DataType.INTEGER || type == DataType.LONG || type == DataType.DOUBLE || type == DataType.DECIMAL;
    }

    private static boolean isItem(DataType type) {
        return type == DataType.REFERENCE || type == DataType.BLOCK;
    }

    private static Stream<Problem> ofProperty(PropertyModel property) {
        return property.settings().asMap().keySet().stream()
                .filter(key -> !applies(key, property.type()))
                .map(key -> Problem.of(
                        ProblemCode.SETTING_NOT_APPLICABLE,
                        ModelIndex.place(property),
                        key.label() + " does not apply to the data type " + property.type()));
    }

    private static Stream<Problem> ofType(TypeModel type) {
        if (type.kind() != ContentKind.BLOCK) {
            return Stream.empty();
        }
        return Stream.of(SettingKey.ALLOWED_PARENTS, SettingKey.ALLOWED_CHILDREN)
                .filter(type.settings()::says)
                .map(key -> new Problem(
                        ProblemCode.SETTING_NOT_APPLICABLE,
                        type.className(),
                        key.label() + " does not apply to " + type.name() + ", a block, which has no place in the tree",
                        "take the setting away, or change the kind"));
    }
}
