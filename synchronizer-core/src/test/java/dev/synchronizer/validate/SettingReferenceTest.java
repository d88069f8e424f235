package dev.synchronizer.validate;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.fixtures.ReferencePage;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingKey.Scope;
import dev.synchronizer.model.SettingValue;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the reference of settings in step with {@link SettingKey} and with what applies where. */
class SettingReferenceTest {
    private final ReferencePage page = ReferencePage.named("settings.md");

    @Test
    void settingsOfTypesAreListedAsTheyAre() throws IOException {
        page.check(
                "types",
                table(Scope.TYPE, "| setting | value | built-in default | administrators |\n|---|---|---|---|\n"));
    }

    @Test
    void settingsOfPropertiesAreListedAsTheyAreWithTheDataTypesThatCanHaveThem() throws IOException {
        page.check(
                "properties",
                table(
                        Scope.PROPERTY,
                        "| setting | value | built-in default | administrators | on |\n|---|---|---|---|---|\n"));
    }

    private static String table(Scope scope, String head) {
        return Arrays.stream(SettingKey.values())
                .filter(key -> key.appliesTo(scope))
                .map(key -> row(key, scope))
                .collect(Collectors.joining("", head, ""));
    }

    private static String row(SettingKey key, Scope scope) {
        String row = "| `%s` | %s | %s | %s |"
                .formatted(
                        key.label(),
                        key.kind().name().toLowerCase(Locale.ROOT),
                        key.builtInDefault(scope)
                                .map(SettingReferenceTest::code)
                                .orElse(""),
                        key.isOverridable() ? "can override it" + limit(key) : "");
        return row + (scope == Scope.PROPERTY ? " " + where(key) + " |\n" : "\n");
    }

    private static String limit(SettingKey key) {
        return switch (key.kind()) {
            case FLAG -> "";
            case NUMBER -> ", with a whole number";
            case TEXT -> String.format(Locale.ROOT, ", with %,d characters at most", key.maxLength());
            case LIST, SET -> String.format(Locale.ROOT, ", with %,d characters at most in each", key.maxLength());
        };
    }

    private static String code(SettingValue value) {
        return "`"
                + (value instanceof SettingValue.Numeric number ? number.value().toPlainString() : text(value)) + "`";
    }

    private static String text(SettingValue value) {
        return value instanceof SettingValue.Flag flag
                ? String.valueOf(flag.value())
                : ((SettingValue.Text) value).value();
    }

    private static String where(SettingKey key) {
        List<DataType> single = able(key, PropertyType.Cardinality.SINGLE);
        List<DataType> many = able(key, PropertyType.Cardinality.LIST);
        int all = DataType.values().length - 1;
        if (single.size() == all && many.size() == all) {
            return "all";
        }
        if (single.isEmpty()) {
            return "lists and sets";
        }
        return names(single) + (many.isEmpty() ? "" : ", single or many");
    }

    private static List<DataType> able(SettingKey key, PropertyType.Cardinality cardinality) {
        return Stream.of(DataType.values())
                .filter(base -> base != DataType.AUTO)
                .filter(base -> SettingApplicability.applies(
                        key, new PropertyType(cardinality, base, base == DataType.BLOCK ? "Teaser" : null)))
                .toList();
    }

    private static String names(List<DataType> types) {
        return types.stream().map(type -> "`" + type + "`").collect(Collectors.joining(", "));
    }
}
