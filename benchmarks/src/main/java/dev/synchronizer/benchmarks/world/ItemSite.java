package dev.synchronizer.benchmarks.world;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.value.Values;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** One type of twenty properties of the usual data types, and what its items hold. */
public final class ItemSite {
    public static final String TYPE = "Page";

    private static final List<String> DATA_TYPES = List.of(
            "STRING",
            "STRING",
            "STRING",
            "STRING",
            "STRING",
            "STRING",
            "STRING",
            "STRING",
            "TEXT",
            "TEXT",
            "INTEGER",
            "INTEGER",
            "INTEGER",
            "LONG",
            "DOUBLE",
            "DECIMAL",
            "BOOLEAN",
            "BOOLEAN",
            "DATE",
            "DATE_TIME");

    private ItemSite() {}

    /** A synchronizer of a store that has the type. */
    public static Synchronizer open(DataSource dataSource) {
        return open(dataSource, builder -> {});
    }

    /** The same, configured. */
    public static Synchronizer open(DataSource dataSource, Consumer<SynchronizerBuilder> configuration) {
        SynchronizerBuilder builder =
                Synchronizer.builder().dataSource(dataSource).pollInterval(Duration.ZERO);
        configuration.accept(builder);
        Synchronizer synchronizer = builder.build();
        Definition definition = Definition.of(TYPE);
        for (int i = 0; i < DATA_TYPES.size(); i++) {
            definition = definition.withProperty(name(i), DATA_TYPES.get(i));
        }
        synchronizer.definitions().define("ann", definition);
        return synchronizer;
    }

    private static String name(int number) {
        return "property" + number;
    }

    public static NewItem item(int number) {
        return NewItem.of(TYPE, "Item " + number).with(values(number));
    }

    /** Values of all properties, none of which is the same for two numbers that follow each other. */
    public static Values values(int number) {
        Values values = Values.none();
        for (int i = 0; i < DATA_TYPES.size(); i++) {
            values = values.with(name(i), value(DATA_TYPES.get(i), number));
        }
        return values;
    }

    private static Object value(String dataType, int number) {
        return switch (dataType) {
            case "TEXT" -> "A longer text of which there is more than fits into a line or two, number " + number;
            case "INTEGER" -> number;
            case "LONG" -> 10_000_000_000L + number;
            case "DOUBLE" -> number + 0.5;
            case "DECIMAL" -> new BigDecimal(number).add(new BigDecimal("0.25"));
            case "BOOLEAN" -> number % 2 == 0;
            case "DATE" -> LocalDate.EPOCH.plusDays(number);
            case "DATE_TIME" -> LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(number);
            default -> "A value of some words, number " + number;
        };
    }
}
