package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.databases.TestServer;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Values come back as they were written, whatever they are. */
abstract class ValueContract extends ContentTests {
    /** On this morning, clocks in Berlin leave out the hour from two to three. */
    private static final LocalDateTime SKIPPED_IN_BERLIN =
            LocalDateTime.of(2026, Month.MARCH, 29, 2, 30, 0, 123_456_000);

    private static final LocalTime LAST = LocalTime.of(23, 59, 59, 999_999_000);

    private static final TreeMap<ValueColumn, List<Object>> EXTREMES = new TreeMap<>(Map.ofEntries(
            Map.entry(ValueColumn.NONE, List.of("")),
            Map.entry(ValueColumn.FLAG, List.of(true, false)),
            Map.entry(ValueColumn.WHOLE, List.of(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE)),
            Map.entry(
                    ValueColumn.FLOATING,
                    List.of(
                            0.0,
                            -1.5,
                            0.1,
                            1.0 / 3,
                            Math.PI,
                            Double.MIN_NORMAL,
                            Double.MAX_VALUE,
                            -Double.MAX_VALUE,
                            1e22,
                            9007199254740993.0)),
            Map.entry(
                    ValueColumn.DECIMAL,
                    List.of(
                            BigDecimal.ZERO,
                            new BigDecimal("100"),
                            new BigDecimal("-0.1"),
                            new BigDecimal("9".repeat(35) + "." + "9".repeat(30)),
                            new BigDecimal("-" + "9".repeat(35)),
                            new BigDecimal("0." + "0".repeat(29) + "1"))),
            Map.entry(
                    ValueColumn.SHORT_TEXT,
                    List.of(
                            "",
                            " ",
                            "x ",
                            "\u0001\t\r\n'\"\\%_",
                            "ß😀\uFFFD\u200B",
                            "ä".repeat(2_000),
                            "😀".repeat(1_000))),
            Map.entry(ValueColumn.LONG_TEXT, List.of("", "a\r\nb\n", "é😀".repeat(5_000))),
            Map.entry(
                    ValueColumn.DAY,
                    List.of(
                            LocalDate.of(1, 1, 1),
                            LocalDate.of(1500, 2, 28),
                            LocalDate.of(1582, 10, 4),
                            LocalDate.of(1582, 10, 10),
                            LocalDate.of(1582, 10, 15),
                            LocalDate.of(1893, 4, 1),
                            LocalDate.of(2024, 2, 29),
                            LocalDate.of(9999, 12, 31))),
            Map.entry(
                    ValueColumn.TIME,
                    List.of(LocalTime.MIDNIGHT, LocalTime.of(2, 30), LocalTime.of(12, 0, 0, 1_000), LAST)),
            Map.entry(
                    ValueColumn.MOMENT,
                    List.of(
                            LocalDateTime.of(1, 1, 1, 0, 0),
                            LocalDate.of(1582, 10, 10).atTime(LAST),
                            LocalDate.of(1969, 12, 31).atTime(LAST),
                            LocalDateTime.of(1893, 4, 1, 0, 3),
                            SKIPPED_IN_BERLIN,
                            LocalDateTime.of(2026, 10, 25, 2, 30),
                            LocalDate.of(9999, 12, 31).atTime(LAST))),
            Map.entry(
                    ValueColumn.IDENTIFIER,
                    List.of(new UUID(0, 0), new UUID(-1, -1), UUID.fromString("189c6082-da52-e6b2-78b3-6bea80783fbb"))),
            Map.entry(ValueColumn.DOCUMENT, List.of("[]", "[\"" + "ü😀".repeat(3_000) + "\"]"))));

    ValueContract(TestServer server) {
        super(server);
    }

    @Test
    void extremesOfEachDataTypeComeBackExactlyWhateverTheTimeZones() {
        List<StoredValue> written = new ArrayList<>();
        EXTREMES.forEach((column, values) ->
                values.forEach(value -> written.add(value(1, TITLE, language(written.size()), column, value))));
        assertThat(EXTREMES.keySet()).containsExactly(ValueColumn.values());
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
            insert(List.of(item(1, ARTICLE)), written.toArray(StoredValue[]::new));
            assertThat(valuesOf(1))
                    .zipSatisfy(written, (one, other) -> assertThat(one).isEqualTo(other));
            TimeZone.setDefault(TimeZone.getTimeZone("America/Sao_Paulo"));
            assertThat(valuesOf(1))
                    .zipSatisfy(written, (one, other) -> assertThat(one).isEqualTo(other));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static String language(int number) {
        return "x-%04d".formatted(number);
    }

    @Test
    void floatingNumbersOfAnySizeKeepEachOfTheirBits() {
        Random random = new Random(7);
        List<StoredValue> written = random.longs()
                .mapToObj(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .filter(number -> Math.abs(number) >= Double.MIN_NORMAL)
                .limit(2_000)
                .map(number -> (Object) number)
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(),
                        numbers -> IntStream.range(0, numbers.size())
                                .mapToObj(i -> value(1, TITLE, language(i), ValueColumn.FLOATING, numbers.get(i)))
                                .toList()));
        insert(List.of(item(1, ARTICLE)), written.toArray(StoredValue[]::new));
        assertThat(valuesOf(1)).isEqualTo(written);
    }

    @Test
    void theSmallestNumbersOfAllComeBackToo() {
        StoredValue smallest = value(1, TITLE, "", ValueColumn.FLOATING, Double.MIN_VALUE);
        insert(List.of(item(1, ARTICLE)), smallest);
        assertThat(valuesOf(1)).containsExactly(smallest);
    }

    @Test
    void aTextOfTenMegabytesComesBack() {
        StoredValue text = value(1, BODY, "", ValueColumn.LONG_TEXT, "0123456789abcdeé".repeat(640_000));
        insert(List.of(item(1, ARTICLE)), text);
        assertThat(valuesOf(1)).isEqualTo(List.of(text));
    }

    @Test
    void aListOfTenThousandReferencesComesBack() {
        String references = LongStream.range(0, 10_000)
                .mapToObj(i -> "\"" + new UUID(i, -i) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        StoredValue list = value(1, BODY, "", ValueColumn.DOCUMENT, references);
        insert(List.of(item(1, ARTICLE)), list);
        assertThat(valuesOf(1)).isEqualTo(List.of(list));
    }

    @Test
    void aDocumentMayEmbedManyDifferentProperties() {
        List<StoredProperty> many = LongStream.range(1_000, 1_600)
                .mapToObj(i -> Rows.property(i, "p" + i))
                .toList();
        new Rows().insert(Rows.type(900, "Wide").withProperties(many)).writeTo(store);
        TreeMap<Long, Integer> parts = new TreeMap<>();
        many.forEach(property -> parts.put(property.id(), Integer.MAX_VALUE));
        StoredValue document = document(1, BODY, "", parts);
        insert(List.of(item(1, ARTICLE)), document);
        assertThat(valuesOf(1)).containsExactly(document);
    }

    @Test
    void thousandsOfItemsAndValuesAreWrittenAndReadAtOnce() {
        List<UUID> ids =
                LongStream.rangeClosed(1, 1_234).mapToObj(ContentTests::id).toList();
        List<StoredValue> values = LongStream.rangeClosed(1, 1_234)
                .mapToObj(i -> text(i, TITLE, "", "title " + i))
                .toList();
        insert(
                LongStream.rangeClosed(1, 1_234).mapToObj(i -> item(i, ARTICLE)).toList(),
                values.toArray(StoredValue[]::new));
        assertThat(list(content -> content.values(ids))).isEqualTo(values);
        assertThat(map(content -> content.items(ids))).hasSize(1_234);
        assertThat(map(content -> content.names(ids))).hasSize(1_234);
        assertThat(list(content -> content.children(ids))).isEmpty();
    }
}
