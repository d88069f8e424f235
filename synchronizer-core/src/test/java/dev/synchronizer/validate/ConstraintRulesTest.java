package dev.synchronizer.validate;

import static dev.synchronizer.model.SettingKey.ALLOWED_VALUES;
import static dev.synchronizer.model.SettingKey.DEFAULT_VALUE;
import static dev.synchronizer.model.SettingKey.EXCLUSIVE_MAX;
import static dev.synchronizer.model.SettingKey.EXCLUSIVE_MIN;
import static dev.synchronizer.model.SettingKey.FRACTION_DIGITS;
import static dev.synchronizer.model.SettingKey.INTEGER_DIGITS;
import static dev.synchronizer.model.SettingKey.MAX;
import static dev.synchronizer.model.SettingKey.MAX_ITEMS;
import static dev.synchronizer.model.SettingKey.MAX_LENGTH;
import static dev.synchronizer.model.SettingKey.MIN;
import static dev.synchronizer.model.SettingKey.MIN_ITEMS;
import static dev.synchronizer.model.SettingKey.MIN_LENGTH;
import static dev.synchronizer.model.SettingKey.PATTERN;
import static dev.synchronizer.validate.Fixture.findings;
import static dev.synchronizer.validate.Fixture.property;
import static dev.synchronizer.validate.Fixture.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.synchronizer.model.PropertyModel;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** B7. */
class ConstraintRulesTest {
    static Stream<Arguments> contradictions() {
        return Stream.of(
                arguments(
                        property("STRING", MIN_LENGTH, 5, MAX_LENGTH, 4),
                        "no text satisfies both minLength 5 and maxLength 4"),
                arguments(
                        property("STRING", MIN_LENGTH, 2001),
                        "no text satisfies both minLength 2001 and the 2000 characters of a STRING"),
                arguments(
                        property("TEXT", MAX_LENGTH, -1),
                        "no text satisfies both a length of at least 0 and maxLength -1"),
                arguments(
                        property("LIST<STRING>", MIN_ITEMS, 3, MAX_ITEMS, 2),
                        "no LIST<STRING> satisfies both minItems 3 and maxItems 2"),
                arguments(
                        property("SET<ENUM>", MIN_ITEMS, 3, ALLOWED_VALUES, List.of("A", "B")),
                        "no SET<ENUM> satisfies both minItems 3 and the 2 values of the enum"),
                arguments(property("INTEGER", MIN, 2, MAX, 1), "no value satisfies both min 2 and max 1"),
                arguments(
                        property("DECIMAL", EXCLUSIVE_MIN, 1, MAX, 1),
                        "no value satisfies both exclusiveMin 1 and max 1"),
                arguments(
                        property("DOUBLE", MIN, 1, EXCLUSIVE_MAX, 1),
                        "no value satisfies both min 1 and exclusiveMax 1"),
                arguments(
                        property("DECIMAL", EXCLUSIVE_MIN, 1, EXCLUSIVE_MAX, 1),
                        "no value satisfies both exclusiveMin 1 and exclusiveMax 1"),
                arguments(
                        property("LONG", EXCLUSIVE_MIN, 1, EXCLUSIVE_MAX, 2),
                        "no value satisfies both exclusiveMin 1 and exclusiveMax 2"),
                arguments(
                        property(
                                "DECIMAL",
                                MIN,
                                new BigDecimal("0.11"),
                                MAX,
                                new BigDecimal("0.19"),
                                FRACTION_DIGITS,
                                1),
                        "no value satisfies both min 0.11 and max 0.19"),
                arguments(
                        property("DECIMAL", MIN, 1000, INTEGER_DIGITS, 3),
                        "no value satisfies both min 1000 and integerDigits 3"),
                arguments(
                        property("INTEGER", MAX, new BigDecimal("-2147483649")),
                        "no value satisfies both the least INTEGER -2147483648 and max -2147483649"),
                arguments(
                        property("STRING", PATTERN, "[a-z"),
                        "the pattern \"[a-z\" does not compile: Unclosed character class at position 4"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void aContradictionNamesBothSides(PropertyModel property, String message) {
        assertThat(findings(property)).containsExactly("CT207 com.acme.Article#field: " + message);
    }

    static Stream<PropertyModel> possible() {
        return Stream.of(
                property("STRING", MIN_LENGTH, 4, MAX_LENGTH, 4),
                property("STRING", MIN_LENGTH, 2000),
                property("TEXT", MIN_LENGTH, 2001),
                property("LIST<STRING>", MIN_ITEMS, 3, MAX_ITEMS, 3),
                property("LIST<ENUM>", MIN_ITEMS, 3, ALLOWED_VALUES, List.of("A", "B")),
                property("INTEGER", MIN, 1, MAX, 1),
                property("DECIMAL", EXCLUSIVE_MIN, 1, EXCLUSIVE_MAX, 2),
                property("LONG", EXCLUSIVE_MIN, 1, EXCLUSIVE_MAX, 3),
                property("DECIMAL", MIN, 999, INTEGER_DIGITS, 3),
                property("DECIMAL", MIN, new BigDecimal("1E+99999999"), INTEGER_DIGITS, Integer.MAX_VALUE),
                property("STRING", PATTERN, "[a-z]+"));
    }

    @ParameterizedTest
    @MethodSource("possible")
    void whatOneValueCanSatisfyIsFine(PropertyModel property) {
        assertThat(findings(property)).isEmpty();
    }

    static Stream<Arguments> impossibleDefaults() {
        return Stream.of(
                arguments(
                        property("INTEGER", DEFAULT_VALUE, "many"),
                        "is not a whole number between -2147483648 and 2147483647"),
                arguments(property("INTEGER", DEFAULT_VALUE, "6", MAX, 5), "does not satisfy max 5"),
                arguments(property("DOUBLE", DEFAULT_VALUE, "1", EXCLUSIVE_MIN, 1), "does not satisfy exclusiveMin 1"),
                arguments(
                        property("DECIMAL", DEFAULT_VALUE, "100", INTEGER_DIGITS, 2),
                        "does not satisfy integerDigits 2"),
                arguments(
                        property("DECIMAL", DEFAULT_VALUE, "1.25", FRACTION_DIGITS, 1),
                        "does not satisfy fractionDigits 1"),
                arguments(property("STRING", DEFAULT_VALUE, "abc", MAX_LENGTH, 2), "does not satisfy maxLength 2"),
                arguments(property("TEXT", DEFAULT_VALUE, "a", MIN_LENGTH, 2), "does not satisfy minLength 2"),
                arguments(
                        property("STRING", DEFAULT_VALUE, "a1", PATTERN, "[a-z]*"),
                        "does not match the pattern \"[a-z]*\""),
                arguments(
                        property("ENUM", DEFAULT_VALUE, "GREY", ALLOWED_VALUES, List.of("WHITE", "BLACK")),
                        "is none of WHITE and BLACK"),
                arguments(
                        property("STRING", DEFAULT_VALUE, "a".repeat(45) + "!", PATTERN, "(.*a){25}"),
                        "takes too long to compare with the pattern \"(.*a){25}\""),
                arguments(property("BOOLEAN", DEFAULT_VALUE, "yes"), "is neither true nor false"));
    }

    @ParameterizedTest
    @MethodSource("impossibleDefaults")
    void aDefaultValueSatisfiesItsOwnProperty(PropertyModel property, String flaw) {
        String value = property.settings().text(DEFAULT_VALUE).orElseThrow();
        assertThat(findings(property))
                .containsExactly("CT207 com.acme.Article#field: the default value \"" + value + "\" " + flaw);
    }

    @Test
    void aPatternThatNeedsMoreStackThanThereIsEndsInAProblem() {
        PropertyModel property = property("TEXT", DEFAULT_VALUE, "ab".repeat(500_000), PATTERN, "(a|b)*");

        assertThat(findings(property))
                .singleElement()
                .satisfies(finding -> assertThat(finding)
                        .startsWith("CT207 com.acme.Article#field: the default value \"ababab")
                        .endsWith("…\" takes too long to compare with the pattern \"(a|b)*\"")
                        .hasSizeLessThan(600));
    }

    static Stream<PropertyModel> goodDefaults() {
        return Stream.of(
                property("INTEGER", DEFAULT_VALUE, "5", MIN, 5, MAX, 5),
                property("DECIMAL", DEFAULT_VALUE, "1.250", FRACTION_DIGITS, 2, INTEGER_DIGITS, 1),
                property("DECIMAL", DEFAULT_VALUE, "0.00", FRACTION_DIGITS, 0),
                property("STRING", DEFAULT_VALUE, "ab", PATTERN, "[a-z]*", MIN_LENGTH, 2, MAX_LENGTH, 2),
                property("ENUM", DEFAULT_VALUE, "BLACK", ALLOWED_VALUES, List.of("WHITE", "BLACK")));
    }

    @ParameterizedTest
    @MethodSource("goodDefaults")
    void aDefaultValueWithinItsLimitsIsFine(PropertyModel property) {
        assertThat(findings(property)).isEmpty();
    }

    @Test
    void aPropertyThatManyTypesInheritIsReportedOnce() {
        PropertyModel inherited = property("STRING", MIN_LENGTH, 5, MAX_LENGTH, 4);
        assertThat(findings(type("Article", inherited), type("News", inherited), type("Essay", inherited)))
                .hasSize(1);
    }
}
