package dev.synchronizer.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.annotation.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ValueTextTest {
    @ParameterizedTest
    @CsvSource({
        "BOOLEAN, true",
        "BOOLEAN, false",
        "INTEGER, -2147483648",
        "INTEGER, 2147483647",
        "LONG, 9223372036854775807",
        "DOUBLE, -1.5e-10",
        "DOUBLE, 3",
        "DECIMAL, 123456789012345678901234567890.10",
        "STRING, anything goes",
        "TEXT, anything goes",
        "RICH_TEXT, <p>anything</p>",
        "DATE, 2024-02-29",
        "TIME, 23:59",
        "TIME, 23:59:59.123456789",
        "DATE_TIME, 2026-01-31T00:00",
        "INSTANT, 2026-01-31T00:00:00Z",
        "UUID, 0A7E1C52-8d2f-4a53-9f0e-3b1f6d2c4e5a",
        "URI, https://example.org/a?b#c",
        "URI, relative/path",
        "LOCALE, de",
        "LOCALE, zh-Hant-TW",
        "ENUM, RED",
        "REFERENCE, 0a7e1c52-8d2f-4a53-9f0e-3b1f6d2c4e5a"
    })
    void isAValueOf(DataType type, String text) {
        assertThat(ValueText.problemOf(text, type)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BOOLEAN, TRUE, neither true nor false",
        "BOOLEAN, 1, neither true nor false",
        "INTEGER, 2147483648, whole number",
        "INTEGER, +1, whole number",
        "INTEGER, 1.0, whole number",
        "INTEGER, ١, whole number",
        "LONG, 9223372036854775808, whole number",
        "DOUBLE, NaN, such as",
        "DOUBLE, 1e999, such as",
        "DOUBLE, 1d, such as",
        "DECIMAL, 1e3, decimal number",
        "DECIMAL, '1,5', decimal number",
        "DATE, 2023-02-29, date",
        "DATE, 31.01.2026, date",
        "TIME, 24:00, time of day",
        "DATE_TIME, 2026-01-31, date and time",
        "INSTANT, 2026-01-31T00:00:00, point in time",
        "UUID, 1-1-1-1-1, UUID",
        "URI, a b, URI",
        "URI, '', URI",
        "LOCALE, de_CH, language tag",
        "LOCALE, '', language tag",
        "ENUM, '', constant",
        "REFERENCE, Article, UUID",
        "BLOCK, x, no text form",
        "AUTO, x, no text form"
    })
    void isNoValueOf(DataType type, String text, String reason) {
        assertThat(ValueText.problemOf(text, type))
                .hasValueSatisfying(problem -> assertThat(problem).contains(reason));
    }

    @Test
    void aStringHas2000CharactersAndATextAsManyAsItLikes() {
        assertThat(ValueText.problemOf("a".repeat(2000), DataType.STRING)).isEmpty();
        assertThat(ValueText.problemOf("a".repeat(2001), DataType.STRING))
                .hasValue("has 2001 characters, and a STRING at most 2000");
        assertThat(ValueText.problemOf("a".repeat(2001), DataType.TEXT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"STRING", "TEXT", "RICH_TEXT", "ENUM"})
    void surroundingSpaceIsPartOfTheText(DataType type) {
        assertThat(ValueText.problemOf(" 1 ", type)).isPresent();
    }
}
