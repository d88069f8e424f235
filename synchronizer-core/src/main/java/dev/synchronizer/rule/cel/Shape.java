package dev.synchronizer.rule.cel;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.synchronizer.annotation.DataType;
import dev.synchronizer.catalog.EffectiveProperty;
import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.model.PropertyType;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A content type as conditions see it.
 *
 * @param name the name of the content type
 * @param fields its properties by name
 */
record Shape(String name, Map<String, Field> fields) {
    /** Content types must not be taken for types of the language, such as {@code string}. */
    private static final String PREFIX = "content.";

    /** @param localized whether it may have a value in each language */
    record Field(PropertyType type, boolean localized) {
        CelType celType() {
            if (type.isMany()) {
                return ListType.create(ofOne());
            }
            boolean isAlwaysNullable = type.base() == DataType.BLOCK || type.base() == DataType.INSTANT;
            return isAlwaysNullable ? ofOne() : NullableType.create(ofOne());
        }

        private CelType ofOne() {
            String blockType = type.blockType();
            if (blockType != null) {
                return reference(blockType);
            }
            return switch (type.base()) {
                case BOOLEAN -> SimpleType.BOOL;
                case INTEGER, LONG -> SimpleType.INT;
                case DOUBLE, DECIMAL -> SimpleType.DOUBLE;
                case INSTANT -> SimpleType.TIMESTAMP;
                default -> SimpleType.STRING;
            };
        }
    }

    static Shape of(String name, @Nullable EffectiveType type) {
        Map<String, Field> fields = new TreeMap<>();
        if (type != null) {
            for (EffectiveProperty property : type.properties()) {
                fields.put(property.name(), new Field(property.type(), property.isLocalized()));
            }
        }
        return new Shape(name, fields);
    }

    static CelType reference(String contentType) {
        return StructTypeReference.create(PREFIX + contentType);
    }

    /** A message of the language without what it calls content types. */
    static String plain(String message) {
        return message.replace(PREFIX, "");
    }
}
