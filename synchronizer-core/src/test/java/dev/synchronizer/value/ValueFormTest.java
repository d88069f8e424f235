package dev.synchronizer.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.annotation.DataType;
import dev.synchronizer.fixtures.SampleBlocks;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.PropertyType.Cardinality;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each value has one form, whatever form it is given in. */
class ValueFormTest {
    private static final UUID ID = UUID.fromString("0a7e1c52-8d2f-4a53-9f0e-3b1f6d2c4e5a");

    private final SampleBlocks blocks = new SampleBlocks();

    private Object canonical(PropertyType type, Object given) {
        return ValueForm.canonical(type, given, blocks);
    }

    private Object canonical(DataType type, Object given) {
        return canonical(PropertyType.single(type), given);
    }

    private Object parse(String type, String text) {
        return ValueForm.parse(PropertyType.parse(type), text, blocks);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refusal(PropertyType type, Object given) {
        return assertThatThrownBy(() -> canonical(type, given)).isInstanceOf(UnfitValueException.class);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refusal(DataType type, Object given) {
        return refusal(PropertyType.single(type), given);
    }

    @Test
    void numbersAreTakenInEveryJavaClassThatSaysTheSame() {
        assertThat(canonical(DataType.LONG, 5)).isEqualTo(5L);
        assertThat(canonical(DataType.INTEGER, (byte) 5)).isEqualTo(5);
        assertThat(canonical(DataType.INTEGER, new BigInteger("5"))).isEqualTo(5);
        assertThat(canonical(DataType.INTEGER, 5.0)).isEqualTo(5);
        assertThat(canonical(DataType.DOUBLE, 0.1f)).isEqualTo((double) 0.1f);
        assertThat(canonical(DataType.DOUBLE, 1L << 53)).isEqualTo(0x1p53);
        assertThat(canonical(DataType.DECIMAL, 0.1)).isEqualTo(new BigDecimal("0.1"));
        assertThat(canonical(DataType.DECIMAL, 0.1f)).isEqualTo(new BigDecimal("0.1"));
    }

    @Test
    void numbersThatWouldLoseSomethingAreRefused() {
        refusal(DataType.INTEGER, 1L << 31).hasMessage("is not a whole number between -2147483648 and 2147483647");
        refusal(DataType.LONG, 0.5).hasMessageStartingWith("is not a whole number");
        refusal(DataType.LONG, new BigDecimal("1E+999999999")).hasMessageStartingWith("is not a whole number");
        refusal(DataType.DOUBLE, (1L << 53) + 1).hasMessage("is not a number that a DOUBLE can hold exactly");
        refusal(DataType.DOUBLE, Double.NaN).hasMessage("is not a finite number");
        refusal(DataType.DOUBLE, Float.POSITIVE_INFINITY).hasMessage("is not a finite number");
        refusal(DataType.DECIMAL, new BigDecimal("1E+35"))
                .hasMessage("has 36 digits before the point, and 35 at most can be stored");
        refusal(DataType.DECIMAL, new BigDecimal("1E-31"))
                .hasMessage("has 31 digits behind the point, and 30 at most can be stored");
        refusal(DataType.DECIMAL, new BigDecimal("1E+999999999")).hasMessageContaining("digits before the point");
    }

    @Test
    void zerosBehindThePointAndTheSignOfZeroDoNotCount() {
        assertThat(canonical(DataType.DECIMAL, new BigDecimal("1.500"))).isEqualTo(new BigDecimal("1.5"));
        assertThat(canonical(DataType.DECIMAL, new BigDecimal("1E+2"))).isEqualTo(new BigDecimal("100"));
        assertThat(canonical(DataType.DECIMAL, new BigDecimal("0E+99"))).isEqualTo(BigDecimal.ZERO);
        assertThat(canonical(DataType.DOUBLE, -0.0)).isEqualTo(0.0);
    }

    @Test
    void timesAreKeptToTheMicrosecond() {
        LocalTime fine = LocalTime.of(1, 2, 3, 123_456_789);
        LocalTime kept = LocalTime.of(1, 2, 3, 123_456_000);
        LocalDate day = LocalDate.of(1, 1, 1);
        assertThat(canonical(DataType.TIME, fine)).isEqualTo(kept);
        assertThat(canonical(DataType.DATE_TIME, day.atTime(fine))).isEqualTo(day.atTime(kept));
        assertThat(canonical(DataType.INSTANT, Instant.parse("1969-12-31T23:59:59.999999999Z")))
                .isEqualTo(Instant.parse("1969-12-31T23:59:59.999999Z"));
    }

    @Test
    void yearsThatDatabasesDoNotKnowAreRefused() {
        refusal(DataType.DATE, LocalDate.of(0, 12, 31)).hasMessage("is outside of the years 1 to 9999");
        refusal(DataType.DATE_TIME, LocalDateTime.MAX).hasMessage("is outside of the years 1 to 9999");
        refusal(DataType.INSTANT, new Date(Long.MAX_VALUE)).hasMessage("is outside of the years 1 to 9999");
        refusal(DataType.INSTANT, Instant.MAX).hasMessage("is outside of the years 1 to 9999");
        refusal(DataType.INSTANT, Instant.MIN).hasMessage("is outside of the years 1 to 9999");
        assertThat(canonical(DataType.DATE, LocalDate.of(9999, 12, 31))).isEqualTo(LocalDate.of(9999, 12, 31));
    }

    @Test
    void aPointInTimeIsTakenInEveryJavaClassOfOne() {
        Instant moment = Instant.parse("2026-03-29T01:30:00Z");
        assertThat(canonical(DataType.INSTANT, OffsetDateTime.parse("2026-03-29T03:30:00+02:00")))
                .isEqualTo(moment);
        assertThat(canonical(DataType.INSTANT, moment.atZone(ZoneId.of("Europe/Berlin"))))
                .isEqualTo(moment);
        assertThat(canonical(DataType.INSTANT, Date.from(moment))).isEqualTo(moment);
        assertThat(canonical(DataType.INSTANT, new java.sql.Timestamp(moment.toEpochMilli())))
                .isEqualTo(moment);
        refusal(DataType.INSTANT, new java.sql.Date(0)).hasMessageContaining("java.sql.Date");
        refusal(DataType.INSTANT, LocalDateTime.MIN)
                .hasMessage(
                        "is of the Java class java.time.LocalDateTime, which has no values of the data type INSTANT");
    }

    @Test
    void constantsAreTakenAsTheirNames() {
        assertThat(canonical(DataType.ENUM, TimeUnit.DAYS)).isEqualTo("DAYS");
        assertThat(canonical(DataType.ENUM, "DAYS")).isEqualTo("DAYS");
        refusal(DataType.ENUM, "").hasMessage("is not the name of a constant");
        refusal(DataType.STRING, TimeUnit.DAYS).hasMessageContaining("has no values of the data type STRING");
    }

    @Test
    void referencesAreTakenAsIdsToo() {
        assertThat(canonical(DataType.REFERENCE, ID)).isEqualTo(new ContentReference(ID));
    }

    @Test
    void textsKeepWhatTheyAreUnlessTheyCannotBeStored() {
        assertThat(canonical(DataType.STRING, "")).isEqualTo("");
        assertThat(canonical(DataType.TEXT, " a\r\nb\u0001 ")).isEqualTo(" a\r\nb\u0001 ");
        refusal(DataType.STRING, "x".repeat(2001))
                .hasMessage("has 2001 characters, and a value of the data type STRING at most 2000");
        refusal(DataType.TEXT, "ab\0").hasMessage("holds U+0000 at position 3, which cannot be stored");
        refusal(DataType.TEXT, "\uD83D").hasMessage("holds U+D83D at position 1, which cannot be stored");
        refusal(DataType.URI, URI.create("")).hasMessage("is not a URI");
    }

    @Test
    void localesAreTheirTags() {
        assertThat(canonical(DataType.LOCALE, new Locale("iw", "IL"))).isEqualTo(Locale.forLanguageTag("he-IL"));
        refusal(DataType.LOCALE, new Locale("", "", "no tag")).hasMessageStartingWith("has no language tag");
    }

    @Test
    void emptyListsAndSetsAreNoValues() {
        assertThat(canonical(PropertyType.list(DataType.STRING), List.of())).isNull();
        assertThat(canonical(PropertyType.set(DataType.STRING), Set.of())).isNull();
        assertThat(parse("LIST<INTEGER>", "[]")).isNull();
    }

    @Test
    void anyCollectionIsTakenAndSetsAreSortedWithoutRepetition() {
        assertThat(canonical(PropertyType.list(DataType.LONG), Arrays.asList(2, 1L, 2)))
                .isEqualTo(List.of(2L, 1L, 2L));
        Object set = canonical(PropertyType.set(DataType.STRING), List.of("b", "a", "b"));
        assertThat(set).isInstanceOf(Set.class);
        assertThat((Set<?>) set).hasToString("[a, b]");
    }

    @Test
    void anElementThatIsUnfitIsNamedByItsPosition() {
        PropertyType integers = PropertyType.list(DataType.INTEGER);
        refusal(integers, Arrays.asList(1, null)).hasMessage("is null (position 2)");
        refusal(integers, List.of(1, 2, 0.5))
                .hasMessage("is not a whole number between -2147483648 and 2147483647 (position 3)");
        refusal(integers, 1)
                .hasMessage("is of the Java class java.lang.Integer, and a value of the data type LIST<INTEGER> is a"
                        + " collection");
    }

    @Test
    void aValueWithinABlockThatIsUnfitIsNamedByItsPlace() {
        PropertyType teaser = PropertyType.block(SampleBlocks.TEASER);
        Block link = Block.empty().with("target", "no URI");
        refusal(teaser, Block.empty().with("links", List.of(Block.empty(), link)))
                .hasMessage("is of the Java class java.lang.String, which has no values of the data type URI"
                        + " (links, position 2, target)");
        refusal(teaser, Block.empty().with("heading", "x"))
                .hasMessage("holds a value of heading, which Teaser does not have");
        refusal(teaser, new Block(Values.none().with("count", "de", 1)))
                .hasMessage("holds values of count by language, and that is not localized");
        refusal(teaser, new Block(Values.none().with("title", "no tag", "x")))
                .hasMessage("is of the language \"no tag\", which is no tag such as de or de-CH (title)");
        refusal(teaser, "text").hasMessageContaining("which has no values of the data type BLOCK");
    }

    @Test
    void emptyListsWithinBlocksAreNoValues() {
        Object block =
                canonical(PropertyType.block(SampleBlocks.TEASER), Block.empty().with("links", List.of()));
        assertThat(block).isEqualTo(Block.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        BOOLEAN   | yes                       | is neither true nor false
        INTEGER   | 1.0                       | is not a whole number between -2147483648 and 2147483647
        LONG      | 9223372036854775808       | is not a whole number between -9223372036854775808 and 9223372036854775807
        DOUBLE    | NaN                       | is not a number such as -1.5 or 2.5e10
        DOUBLE    | 1e999                     | is not a number such as -1.5 or 2.5e10
        DECIMAL   | 1e5                       | is not a decimal number such as -1.50
        ENUM      | ''                        | is not the name of a constant
        DATE      | 2026-02-30                | is not a date such as 2026-01-31
        DATE      | -0001-01-01               | is outside of the years 1 to 9999
        TIME      | 24:00                     | is not a time of day such as 23:59 or 23:59:59.5
        DATE_TIME | 2026-01-31                | is not a date and time such as 2026-01-31T23:59
        INSTANT   | 2026-01-31T23:59          | is not a point in time such as 2026-01-31T23:59:59Z
        UUID      | 1-2-3-4-5                 | is not a UUID of the form 8-4-4-4-12 hexadecimal digits
        REFERENCE | home                      | is not the UUID of an item
        URI       | a b                       | is not a URI
        LOCALE    | de_CH                     | is not a language tag such as de or de-CH
        LIST<INTEGER> | 1, 2                  | is no JSON, in which a value of the data type LIST<INTEGER> is written
        LIST<INTEGER> | 1                     | is a number, and a value of the data type LIST<INTEGER> is an array
        SET<INTEGER>  | [1, true]             | is true or false, and a value of the data type INTEGER is a number (position 2)
        SET<DATE>     | ["today"]             | is not a date such as 2026-01-31 (position 1)
        BLOCK<Teaser> | []                    | is an array, and a value of the data type BLOCK is an object
        BLOCK<Teaser> | {"count":1,"count":2} | holds count more than once
        BLOCK<Teaser> | {"title":"x"}         | holds for title, which is localized, a string instead of an object with its values by language
        BLOCK<Teaser> | {"main":{"target":"a b"}} | is not a URI (main, target)
        """)
    void whatPeopleWriteOtherwiseIsRefusedWithTheForm(String type, String text, String flaw) {
        assertThatThrownBy(() -> parse(type, text))
                .isInstanceOf(UnfitValueException.class)
                .hasMessage(flaw);
    }

    @Test
    void jsonMayStandInAnyOrderAndNullIsNoValue() {
        assertThat(parse("BLOCK<Teaser>", " { \"title\" : {\"EN\":\"e\",\"\":\"n\",\"de\":null}, \"count\" : 1 } "))
                .isEqualTo(new Block(
                        Values.none().with("count", 1).with("title", "en", "e").with("title", "n")));
        assertThat(parse("SET<STRING>", "[\"b\",\"a\",\"b\"]")).hasToString("[a, b]");
        assertThat(parse("LIST<BLOCK<Link>>", "null")).isNull();
    }

    @Test
    void numbersInJsonAreReadByTheirWorth() {
        assertThat(parse("LIST<INTEGER>", "[1.0,1e2]")).isEqualTo(List.of(1, 100));
        assertThat(parse("LIST<DOUBLE>", "[1,0.1]")).isEqualTo(List.of(1.0, 0.1));
        assertThatThrownBy(() -> parse("LIST<DOUBLE>", "[1e400]")).hasMessage("is not a finite number (position 1)");
        assertThatThrownBy(() -> parse("LIST<DECIMAL>", "[1e999999999]"))
                .hasMessageContaining("digits before the point");
        assertThatThrownBy(() -> parse("LIST<LONG>", "[" + "9".repeat(5_000) + "]"))
                .isInstanceOf(UnfitValueException.class);
    }

    @Test
    void valuesAreShownInAFewWords() {
        PropertyType links = PropertyType.block(SampleBlocks.LINK).withCardinality(Cardinality.LIST);
        Object value = parse(links.toString(), "[{\"label\":{\"de\":\"Los\"},\"price\":1.50}]");
        assertThat(ValueForm.shown(value)).isEqualTo("[{label[de]: \"Los\", price: 1.5}]");
        assertThat(ValueForm.shown("a\nb")).isEqualTo("\"a?b\"");
        assertThat(ValueForm.shownUnquoted("a\nb")).isEqualTo("a?b");
        assertThat(ValueForm.shownUnquoted(new BigDecimal("1.5"))).isEqualTo("1.5");
        assertThat(ValueForm.shown("x".repeat(10_000_000))).hasSize(63);
    }

    @Test
    void valuesAreCutBetweenCharactersAndNotWithinOne() {
        for (String before : List.of("", "a")) {
            Object value = List.of(before + "\uD83D\uDE00".repeat(25), "\uD83D\uDE00".repeat(25));
            String shown = ValueForm.shown(value);
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(shown)).isTrue();
            assertThat(shown).endsWith("\uD83D\uDE00…").hasSizeBetween(60, 61);
        }
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void positionsAreToldInTheSameDigitsInEveryLanguage() {
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            refusal(DataType.TEXT, "ab\0").hasMessage("holds U+0000 at position 3, which cannot be stored");
        } finally {
            Locale.setDefault(locale);
        }
    }
}
