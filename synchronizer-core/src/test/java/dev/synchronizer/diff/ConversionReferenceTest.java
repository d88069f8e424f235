package dev.synchronizer.diff;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.fixtures.ReferencePage;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.PropertyType.Cardinality;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the reference of changes of the data type in step with {@link Conversions}. */
class ConversionReferenceTest {
    private final ReferencePage page = ReferencePage.named("settings.md");

    @Test
    void dataTypesAreListedWithThoseThatHoldAllOfTheirValues() throws IOException {
        String rows = bases().map(from -> "| `%s` | %s |\n"
                        .formatted(
                                from,
                                codes(bases().filter(to -> from != to && holds(from, to))
                                        .toList())))
                .collect(Collectors.joining());

        page.check("conversions", "| from | without loss to |\n|---|---|\n" + rows);
    }

    @Test
    void cardinalitiesAreListedWithThoseThatHoldAllOfTheirValues() throws IOException {
        String rows = Arrays.stream(Cardinality.values())
                .map(from -> "| %s | %s |\n".formatted(word(from), words(from)))
                .collect(Collectors.joining());

        page.check("cardinalities", "| from | without loss to |\n|---|---|\n" + rows);
    }

    private static Stream<DataType> bases() {
        return Arrays.stream(DataType.values()).filter(type -> type != DataType.AUTO);
    }

    private static boolean holds(DataType from, DataType to) {
        return Conversions.grade(type(Cardinality.SINGLE, from), type(Cardinality.SINGLE, to)) == Grade.COMPATIBLE;
    }

    private static PropertyType type(Cardinality cardinality, DataType base) {
        return new PropertyType(cardinality, base, base == DataType.BLOCK ? "Teaser" : null);
    }

    private static String words(Cardinality from) {
        return Arrays.stream(Cardinality.values())
                .filter(to -> to != from)
                .filter(to ->
                        Conversions.grade(type(from, DataType.STRING), type(to, DataType.STRING)) == Grade.COMPATIBLE)
                .map(ConversionReferenceTest::word)
                .collect(Collectors.joining(", "));
    }

    private static String word(Cardinality cardinality) {
        return switch (cardinality) {
            case SINGLE -> "a single value";
            case LIST -> "a list";
            case SET -> "a set";
        };
    }

    private static String codes(List<DataType> types) {
        return types.stream().map(type -> "`" + type + "`").collect(Collectors.joining(", "));
    }
}
