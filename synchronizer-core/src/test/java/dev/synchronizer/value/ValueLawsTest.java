package dev.synchronizer.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.fixtures.GeneratedValues;
import dev.synchronizer.fixtures.SampleBlocks;
import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.PropertyType;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every value, whatever its data type. */
class ValueLawsTest {
    private static final int VALUES = 200;
    private static final UUID ITEM = new UUID(1, 2);

    private final SampleBlocks blocks = new SampleBlocks();

    static List<PropertyType> types() {
        return GeneratedValues.allTypes();
    }

    private List<Object> values(PropertyType type) {
        return new GeneratedValues(type.toString().hashCode(), blocks).canonical(type, VALUES);
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsCanonicalStaysAsItIs(PropertyType type) {
        assertThat(values(type)).allSatisfy(value -> {
            Object again = ValueForm.canonical(type, value, blocks);
            assertThat(again).isEqualTo(value);
            assertThat(json(type, again)).isEqualTo(json(type, value));
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsStoredIsReadBackAsItWas(PropertyType type) {
        assertThat(values(type)).allSatisfy(value -> {
            StoredValue stored = StoredForm.toStored(ITEM, 7, "de", type, value, blocks);
            assertThat(stored.column()).isEqualTo(ValueColumn.of(type));
            Object again = StoredForm.fromStored(type, stored, blocks);
            assertThat(again).isEqualTo(value);
            assertThat(StoredForm.toStored(ITEM, 7, "de", type, again, blocks)).isEqualTo(stored);
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsWrittenAsJsonIsReadBackAsItWas(PropertyType type) {
        assertThat(values(type)).allSatisfy(value -> {
            Object again = JsonIn.<Object>read(json(type, value), in -> ValueJson.read(type, in, blocks));
            assertThat(again).isEqualTo(value);
            assertThat(json(type, again)).isEqualTo(json(type, value));
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsWrittenAsTextIsReadBackAsItWas(PropertyType type) {
        boolean document = ValueColumn.of(type) == ValueColumn.DOCUMENT;
        assertThat(values(type)).allSatisfy(value -> {
            String text = document ? json(type, value) : PlainJson.text(value);
            assertThat(ValueForm.parse(type, text, blocks)).isEqualTo(value);
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsShownFitsAMessage(PropertyType type) {
        assertThat(values(type))
                .allSatisfy(value -> assertThat(ValueForm.shown(value)).hasSizeLessThanOrEqualTo(63));
    }

    private String json(PropertyType type, Object value) {
        return JsonOut.compact(out -> ValueJson.write(type, value, blocks, out));
    }
}
