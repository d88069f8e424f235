package dev.synchronizer.value;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.fixtures.ReferencePage;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.PropertyType;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps the reference of values in step with the forms that they have. */
class ValueReferenceTest {
    @Test
    void dataTypesAreListedWithTheFormsOfTheirValues() throws IOException {
        String rows = Arrays.stream(DataType.values())
                .filter(type -> type != DataType.AUTO && type != DataType.BLOCK)
                .map(ValueReferenceTest::row)
                .collect(Collectors.joining());

        ReferencePage.named("settings.md")
                .check(
                        "values",
                        "| data type | in Java | as text | in JSON | limits |\n|---|---|---|---|---|\n" + rows);
    }

    private static String row(DataType type) {
        PropertyType single = PropertyType.single(type);
        Object value = ValueForm.parse(single, example(type), BlockParts.none());
        String text = PlainJson.text(value);
        String json = JsonOut.compact(out -> ValueJson.write(single, value, BlockParts.none(), out));
        return "| `%s` | `%s` | `%s` | `%s` | %s |\n"
                .formatted(type, value.getClass().getSimpleName(), text, json, limits(type));
    }

    private static String example(DataType type) {
        return switch (type) {
            case BOOLEAN -> "true";
            case INTEGER, LONG -> "-7";
            case DOUBLE -> "2.5";
            case DECIMAL -> "19.90";
            case STRING, TEXT -> "Grüße";
            case RICH_TEXT -> "<p>Grüße</p>";
            case DATE -> "2026-01-31";
            case TIME -> "23:59:59.5";
            case DATE_TIME -> "2026-01-31T23:59";
            case INSTANT -> "2026-01-31T23:59:59Z";
            case UUID, REFERENCE -> "0a7e1c52-8d2f-4a53-9f0e-3b1f6d2c4e5a";
            case URI -> "https://example.org/a?b";
            case LOCALE -> "de-CH";
            case ENUM -> "RED";
            case BLOCK, AUTO -> throw new IllegalArgumentException(type.name());
        };
    }

    private static String limits(DataType type) {
        return switch (type) {
            case INTEGER -> "32 bits";
            case LONG -> "64 bits";
            case DOUBLE -> "finite, of double precision";
            case DECIMAL ->
                "%d digits before the point, %d behind it"
                        .formatted(Numbers.DIGITS_BEFORE_POINT, Numbers.DIGITS_BEHIND_POINT);
            case STRING, ENUM, LOCALE -> "2,000 characters";
            case DATE -> "the years 1 to 9999";
            case TIME -> "to the microsecond";
            case DATE_TIME, INSTANT -> "the years 1 to 9999, to the microsecond";
            case URI -> "not empty";
            default -> "";
        };
    }
}
