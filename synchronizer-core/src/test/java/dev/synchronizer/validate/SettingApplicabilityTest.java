package dev.synchronizer.validate;

import static dev.synchronizer.validate.Fixture.findings;
import static dev.synchronizer.validate.Fixture.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** B10. */
class SettingApplicabilityTest {
    private static final Map<String, Settings> SAMPLES = Map.of(
            "length", settings(SettingKey.MIN_LENGTH, 1, SettingKey.MAX_LENGTH, 9),
            "pattern", Settings.none().with(SettingKey.PATTERN, SettingValue.of(".*")),
            "range", settings(SettingKey.MIN, 1, SettingKey.MAX, 9),
            "exclusive", settings(SettingKey.EXCLUSIVE_MIN, 1, SettingKey.EXCLUSIVE_MAX, 9),
            "digits", settings(SettingKey.INTEGER_DIGITS, 5, SettingKey.FRACTION_DIGITS, 2),
            "items", settings(SettingKey.MIN_ITEMS, 0, SettingKey.MAX_ITEMS, 2),
            "types", Settings.none().with(SettingKey.ALLOWED_TYPES, SettingValue.list(List.of("Article"))),
            "values", Settings.none().with(SettingKey.ALLOWED_VALUES, SettingValue.list(List.of("A", "B"))));

    @ParameterizedTest
    @CsvSource({
        "length, STRING TEXT RICH_TEXT URI",
        "pattern, STRING TEXT RICH_TEXT URI",
        "range, INTEGER LONG DOUBLE DECIMAL",
        "exclusive, INTEGER LONG DOUBLE DECIMAL",
        "digits, INTEGER LONG DOUBLE DECIMAL",
        "types, REFERENCE BLOCK LIST<REFERENCE> LIST<BLOCK>",
        "values, ENUM LIST<ENUM>"
    })
    void aSettingAppliesToTheseDataTypesAndNoOther(String sample, String dataTypes) {
        Settings settings = SAMPLES.get(sample);
        List<String> accepting = allTypes()
                .filter(type -> findings(property(type.toString()).withSettings(settings))
                        .isEmpty())
                .map(PropertyType::storedForm)
                .toList();
        assertThat(accepting).containsExactlyInAnyOrder(dataTypes.split(" "));
    }

    @Test
    void countsOfItemsAreForListsAndSets() {
        assertThat(allTypes()
                        .filter(type -> findings(property(type.toString()).withSettings(SAMPLES.get("items")))
                                .isEmpty()))
                .hasSize(DataType.values().length - 1)
                .allMatch(PropertyType::isMany);
    }

    @Test
    void everyViolationIsNamedWithTheDataType() {
        assertThat(findings(property("LIST<STRING>", SettingKey.PATTERN, "a", SettingKey.DEFAULT_VALUE, "a")))
                .containsExactly(
                        "CT210 com.acme.Article#field: defaultValue does not apply to the data type LIST<STRING>",
                        "CT210 com.acme.Article#field: pattern does not apply to the data type LIST<STRING>");
    }

    @ParameterizedTest
    @CsvSource({"BLOCK<Teaser>", "REFERENCE", "SET<STRING>", "LIST<BLOCK<Teaser>>"})
    void itemsAndSeveralValuesHaveNoDefaultValue(String type) {
        assertThat(findings(property(type, SettingKey.DEFAULT_VALUE, "x")))
                .containsExactly("CT210 com.acme.Article#field: defaultValue does not apply to the data type " + type);
    }

    @Test
    void whatEveryPropertyHasAppliesToAllDataTypes() {
        Settings common = Settings.of(Map.of(
                SettingKey.DISPLAY_NAME, SettingValue.of("Name"),
                SettingKey.REQUIRED, SettingValue.of(true),
                SettingKey.SEARCHABLE, SettingValue.of(true),
                SettingKey.LOCALIZED, SettingValue.of(true)));
        assertThat(allTypes())
                .allMatch(type ->
                        findings(property(type.toString()).withSettings(common)).isEmpty());
    }

    @Test
    void aBlockHasNoPlaceInTheTree() {
        Settings placed = Settings.of(Map.of(SettingKey.ALLOWED_PARENTS, SettingValue.list(List.of("Article"))));
        Settings block = placed.with(SettingKey.KIND, SettingValue.of("BLOCK"));
        assertThat(findings(Fixture.type("Teaser").withSettings(block)))
                .containsExactly("CT210 com.acme.Teaser: allowedParents does not apply to Teaser, a block,"
                        + " which has no place in the tree");
        assertThat(findings(Fixture.type("Teaser").withSettings(placed))).isEmpty();
    }

    private static Stream<PropertyType> allTypes() {
        return Stream.of(DataType.values())
                .filter(type -> type != DataType.AUTO)
                .map(type -> type == DataType.BLOCK ? PropertyType.block("Teaser") : PropertyType.single(type))
                .flatMap(type -> Stream.of(type, type.withCardinality(PropertyType.Cardinality.LIST)));
    }

    private static Settings settings(SettingKey first, long least, SettingKey second, long most) {
        return Settings.of(Map.of(first, SettingValue.of(least), second, SettingValue.of(most)));
    }
}
