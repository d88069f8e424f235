package dev.synchronizer.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.fixtures.SampleBlocks;
import dev.synchronizer.model.PropertyType;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D6: what becomes of values when the data type changes. */
class ValueConversionTest {
    private static final UUID ITEM = new UUID(1, 2);

    private final SampleBlocks blocks = new SampleBlocks();

    private Optional<Object> converted(String from, String value, String to) {
        PropertyType before = PropertyType.parse(from);
        Object canonical = ValueForm.parse(before, value, blocks);
        return ValueConversion.between(before, PropertyType.parse(to), blocks).convertValue(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        INTEGER   | 5                      | LONG          | 5
        LONG      | 5                      | INTEGER       | 5
        LONG      | 9223372036854775807    | DECIMAL       | 9223372036854775807
        LONG      | 9007199254740992       | DOUBLE        | 9007199254740992
        DOUBLE    | 1.0                    | INTEGER       | 1
        DOUBLE    | 0.1                    | DECIMAL       | 0.1
        DOUBLE    | 1e21                   | STRING        | 1E+21
        DECIMAL   | 1.50                   | STRING        | 1.5
        STRING    | 1.50                   | DECIMAL       | 1.5
        STRING    | -7                     | INTEGER       | -7
        STRING    | true                   | BOOLEAN       | true
        STRING    | 2026-01-31             | DATE          | 2026-01-31
        STRING    | 2026-01-31T12:00:00Z   | INSTANT       | 2026-01-31T12:00:00Z
        STRING    | RED                    | ENUM          | RED
        STRING    | de-ch                  | LOCALE        | de-CH
        STRING    | a/b?c                  | URI           | a/b?c
        STRING    | 0A7E1C52-8D2F-4A53-9F0E-3B1F6D2C4E5A | UUID | 0a7e1c52-8d2f-4a53-9f0e-3b1f6d2c4e5a
        TEXT      | short                  | STRING        | short
        DATE      | 2026-01-31             | DATE_TIME     | 2026-01-31T00:00
        DATE_TIME | 2026-01-31T00:00       | DATE          | 2026-01-31
        REFERENCE | 0a7e1c52-8d2f-4a53-9f0e-3b1f6d2c4e5a | UUID | 0a7e1c52-8d2f-4a53-9f0e-3b1f6d2c4e5a
        REFERENCE | 0a7e1c52-8d2f-4a53-9f0e-3b1f6d2c4e5a | TEXT | 0a7e1c52-8d2f-4a53-9f0e-3b1f6d2c4e5a
        STRING    | 5                      | LIST<INTEGER> | [5]
        LIST<STRING> | ["5"]               | INTEGER       | 5
        LIST<STRING> | ["a","b"]           | SET<STRING>   | ["a","b"]
        SET<STRING>  | ["b","a"]           | LIST<TEXT>    | ["a","b"]
        BLOCK<Link>  | {"price":1.50,"label":{"":"n","de":"d"}} | TEXT | {"label":{"":"n","de":"d"},"price":1.5}
        BLOCK<Link>  | {"label":{"":"n"}}  | TEXT          | {"label":"n"}
        """)
    void whatSaysTheSameConverts(String from, String value, String to, String expected) {
        Object wanted = ValueForm.parse(PropertyType.parse(to), expected, blocks);
        assertThat(converted(from, value, to)).hasValue(wanted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        LONG      | 2147483648             | INTEGER
        LONG      | 9007199254740993       | DOUBLE
        DECIMAL   | 0.1000000000000000055  | DOUBLE
        DOUBLE    | 1e300                  | DECIMAL
        DOUBLE    | 0.5                    | LONG
        STRING    | n/a                    | INTEGER
        STRING    | ''                     | INTEGER
        STRING    | 007                    | INTEGER
        STRING    | 0.1000000000000000055  | DOUBLE
        STRING    | ' 7'                   | INTEGER
        STRING    | 2026-01-31T12:00:00+01:00 | INSTANT
        STRING    | 12:00:00.1234567       | TIME
        STRING    | yes                    | BOOLEAN
        BOOLEAN   | true                   | INTEGER
        DATE_TIME | 2026-01-31T00:01       | DATE
        DATE_TIME | 2026-01-31T00:00       | INSTANT
        INSTANT   | 2026-01-31T00:00:00Z   | DATE_TIME
        LIST<STRING> | ["1","2"]           | STRING
        LIST<STRING> | ["1","n/a"]         | LIST<INTEGER>
        LIST<STRING> | ["a","a"]           | SET<STRING>
        LIST<STRING> | ["b","a"]           | SET<STRING>
        LIST<STRING> | ["1.0","1.00"]      | SET<DECIMAL>
        STRING    | {}                     | BLOCK<Link>
        BLOCK<Link> | {}                   | BLOCK<Teaser>
        BLOCK<Link> | {}                   | LIST<BLOCK<Teaser>>
        """)
    void whatWouldLoseSomethingDoesNot(String from, String value, String to) {
        assertThat(converted(from, value, to)).isEmpty();
    }

    @Test
    void aTextThatIsTooLongForAShortOneDoesNot() {
        assertThat(converted("TEXT", "x".repeat(2_001), "STRING")).isEmpty();
        assertThat(converted("TEXT", "x".repeat(2_000), "STRING")).isPresent();
        assertThat(converted("TEXT", "9".repeat(2_000), "DECIMAL")).isEmpty();
    }

    @Test
    void aSetOfBlocksBecomesAListInTheOrderInWhichItWasShown() {
        PropertyType set = PropertyType.parse("SET<BLOCK<Teaser>>");
        PropertyType list = PropertyType.parse("LIST<BLOCK<Teaser>>");
        Object value = ValueForm.parse(
                set, "[{\"title\":{\"de\":\"a\"}},{\"count\":1},{\"count\":1,\"tags\":[\"x\"]}]", blocks);
        StoredValue row = StoredForm.toStored(ITEM, 7, "", set, value, blocks);
        assertThat(row.value()).isEqualTo("[{\"11@de\":\"a\"},{\"9\":1,\"100\":[\"x\"]},{\"9\":1}]");
        assertThat(ValueConversion.between(set, list, blocks).convert(row))
                .map(StoredValue::value)
                .hasValue("[{\"9\":1,\"100\":[\"x\"]},{\"9\":1},{\"11@de\":\"a\"}]");
    }

    @Test
    void aRenameChangesNoDocument() {
        PropertyType set = PropertyType.parse("SET<BLOCK<Link>>");
        Object value = ValueForm.parse(set, "[{\"price\":2},{\"label\":{\"de\":\"x\"}}]", blocks);
        StoredValue row = StoredForm.toStored(ITEM, 7, "", set, value, blocks);
        SampleBlocks renamed = blocks.renamed(SampleBlocks.LABEL, "zzz");
        Object read = StoredForm.fromStored(set, row, renamed);
        assertThat(read)
                .hasToString(ValueForm.parse(set, "[{\"price\":2},{\"zzz\":{\"de\":\"x\"}}]", renamed)
                        .toString());
        assertThat(StoredForm.toStored(ITEM, 7, "", set, read, renamed)).isEqualTo(row);
    }
}
