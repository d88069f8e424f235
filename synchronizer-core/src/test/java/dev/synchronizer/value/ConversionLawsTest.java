package dev.synchronizer.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.fixtures.GeneratedValues;
import dev.synchronizer.fixtures.SampleBlocks;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.PropertyType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** D6: what holds for every change of the data type. */
class ConversionLawsTest {
    private static final int VALUES = 60;
    private static final UUID ITEM = new UUID(1, 2);

    private static final Set<DataType> WORDED =
            EnumSet.of(DataType.STRING, DataType.TEXT, DataType.RICH_TEXT, DataType.BLOCK);

    private final SampleBlocks blocks = new SampleBlocks();

    static List<PropertyType> types() {
        return GeneratedValues.allTypes();
    }

    private List<Object> values(PropertyType type) {
        return new GeneratedValues(type.toString().hashCode(), blocks).canonical(type, VALUES);
    }

    private ValueConversion between(PropertyType from, PropertyType to) {
        return ValueConversion.between(from, to, blocks);
    }

    @ParameterizedTest
    @MethodSource("types")
    void aTypeThatHoldsEveryValueConvertsEachOfThem(PropertyType from) {
        for (PropertyType to : types()) {
            if (ValueConversion.holdsEvery(from, to)) {
                assertThat(values(from))
                        .as("%s to %s", from, to)
                        .allSatisfy(value -> assertThat(between(from, to).convertValue(value))
                                .isPresent());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void aTypeThatDoesNotHoldEveryValueRefusesSome(PropertyType from) {
        for (PropertyType to : types()) {
            if (!ValueConversion.holdsEvery(from, to)) {
                assertThat(values(from))
                        .as("%s to %s", from, to)
                        .anySatisfy(value -> assertThat(between(from, to).convertValue(value))
                                .isEmpty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatConvertsIsCanonicalAndConvertsBack(PropertyType from) {
        for (PropertyType to : types()) {
            assertThat(values(from))
                    .as("%s to %s", from, to)
                    .allSatisfy(value -> between(from, to).convertValue(value).ifPresent(converted -> {
                        assertThat(ValueForm.canonical(to, converted, blocks)).isEqualTo(converted);
                        if (comesBack(from, to)) {
                            assertThat(between(to, from).convertValue(converted))
                                    .hasValue(value);
                        }
                    }));
        }
    }

    /** A text that becomes something else comes back saying the same in another form. */
    private static boolean comesBack(PropertyType from, PropertyType to) {
        return from.base() == to.base() || !WORDED.contains(from.base());
    }

    @ParameterizedTest
    @MethodSource("types")
    void aRowConvertsAsItsValueDoes(PropertyType from) {
        for (PropertyType to : types()) {
            ValueConversion conversion = between(from, to);
            assertThat(values(from)).as("%s to %s", from, to).allSatisfy(value -> {
                StoredValue row = StoredForm.toStored(ITEM, 7, "", from, value, blocks);
                Optional<StoredValue> expected = conversion
                        .convertValue(value)
                        .map(converted -> StoredForm.toStored(ITEM, 7, "", to, converted, blocks));
                assertThat(conversion.convert(row)).isEqualTo(expected);
                if (conversion.keepsColumn()) {
                    assertThat(expected).hasValue(row);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void aValueWithinADocumentConvertsAsItDoesOutside(PropertyType from) {
        for (PropertyType to : types()) {
            ValueConversion conversion = between(from, to);
            assertThat(values(from)).as("%s to %s", from, to).allSatisfy(value -> {
                String json = json(from, value);
                Optional<String> expected = conversion.convertValue(value).map(converted -> json(to, converted));
                assertThat(conversion.convertJson(json)).isEqualTo(expected);
                if (conversion.keepsDocuments()) {
                    assertThat(expected).hasValue(json);
                }
            });
        }
    }

    private String json(PropertyType type, Object value) {
        return JsonOut.compact(out -> new IdForm(blocks).write(type, value, out));
    }
}
