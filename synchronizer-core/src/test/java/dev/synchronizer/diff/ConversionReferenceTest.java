package dev.synchronizer.diff;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.fixtures.GeneratedValues;
import dev.synchronizer.fixtures.ReferencePage;
import dev.synchronizer.fixtures.SampleBlocks;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.PropertyType.Cardinality;
import dev.synchronizer.value.ValueConversion;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the reference of changes of the data type in step with what {@link Conversions} and values make of them. */
class ConversionReferenceTest {
    private static final int VALUES = 500;
    private static final String HEAD = "| from | every value converts to | those that fit to |\n|---|---|---|\n";

    private final ReferencePage page = ReferencePage.named("settings.md");
    private final SampleBlocks blocks = new SampleBlocks();

    @Test
    void dataTypesAreListedWithThoseThatHoldAllOfTheirValuesOrSome() throws IOException {
        String rows = bases().map(from -> "| `%s` | %s | %s |\n"
                        .formatted(
                                from,
                                codes(othersThan(from).filter(to -> holdsAll(single(from), single(to)))),
                                codes(othersThan(from).filter(to -> holdsSome(single(from), single(to))))))
                .collect(Collectors.joining());

        page.check("conversions", HEAD + rows);
    }

    @Test
    void cardinalitiesAreListedWithThoseThatHoldAllOfTheirValuesOrSome() throws IOException {
        String rows = Arrays.stream(Cardinality.values())
                .map(from -> "| %s | %s | %s |\n"
                        .formatted(
                                word(from),
                                words(othersThan(from).filter(to -> holdsAll(texts(from), texts(to)))),
                                words(othersThan(from).filter(to -> holdsSome(texts(from), texts(to))))))
                .collect(Collectors.joining());

        page.check("cardinalities", HEAD + rows);
    }

    private static Stream<DataType> bases() {
        return Arrays.stream(DataType.values()).filter(type -> type != DataType.AUTO);
    }

    private static Stream<DataType> othersThan(DataType from) {
        return bases().filter(to -> to != from);
    }

    private static Stream<Cardinality> othersThan(Cardinality from) {
        return Arrays.stream(Cardinality.values()).filter(to -> to != from);
    }

    private static boolean holdsAll(PropertyType from, PropertyType to) {
        return Conversions.grade(from, to) == Grade.COMPATIBLE;
    }

    private boolean holdsSome(PropertyType from, PropertyType to) {
        ValueConversion conversion = ValueConversion.between(from, to, blocks);
        return !holdsAll(from, to)
                && new GeneratedValues(7, blocks)
                        .canonical(from, VALUES).stream()
                                .anyMatch(
                                        value -> conversion.convertValue(value).isPresent());
    }

    private static PropertyType single(DataType base) {
        return base == DataType.BLOCK ? PropertyType.block(SampleBlocks.TEASER) : PropertyType.single(base);
    }

    private static PropertyType texts(Cardinality cardinality) {
        return single(DataType.STRING).withCardinality(cardinality);
    }

    private static String word(Cardinality cardinality) {
        return switch (cardinality) {
            case SINGLE -> "a single value";
            case LIST -> "a list";
            case SET -> "a set";
        };
    }

    private static String words(Stream<Cardinality> cardinalities) {
        return cardinalities.map(ConversionReferenceTest::word).collect(Collectors.joining(", "));
    }

    private static String codes(Stream<DataType> types) {
        return types.map(type -> "`" + type + "`").collect(Collectors.joining(", "));
    }
}
