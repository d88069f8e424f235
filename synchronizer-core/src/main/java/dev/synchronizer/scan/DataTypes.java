package dev.synchronizer.scan;

import static java.util.Map.entry;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.annotation.DataType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The data types of Java types (A4), and which others {@code @Property(type = …)} may ask for.
 *
 * <table>
 * <caption>What can be asked for</caption>
 * <tr><th>by its Java type</th><th>possible</th></tr>
 * <tr><td>{@code STRING}</td><td>{@code STRING}, {@code TEXT}, {@code RICH_TEXT}</td></tr>
 * <tr><td>{@code INTEGER}</td><td>{@code INTEGER}, {@code LONG}, {@code DECIMAL}</td></tr>
 * <tr><td>{@code LONG}</td><td>{@code LONG}, {@code DECIMAL}</td></tr>
 * <tr><td>{@code DOUBLE}</td><td>{@code DOUBLE}, {@code DECIMAL}</td></tr>
 * <tr><td>any other</td><td>itself</td></tr>
 * </table>
 */
final class DataTypes {
    static final Map<String, DataType> BY_CLASS = Map.ofEntries(
            entry("boolean", DataType.BOOLEAN),
            entry("java.lang.Boolean", DataType.BOOLEAN),
            entry("int", DataType.INTEGER),
            entry("java.lang.Integer", DataType.INTEGER),
            entry("long", DataType.LONG),
            entry("java.lang.Long", DataType.LONG),
            entry("float", DataType.DOUBLE),
            entry("java.lang.Float", DataType.DOUBLE),
            entry("double", DataType.DOUBLE),
            entry("java.lang.Double", DataType.DOUBLE),
            entry("java.math.BigDecimal", DataType.DECIMAL),
            entry("java.lang.String", DataType.STRING),
            entry("java.time.LocalDate", DataType.DATE),
            entry("java.time.LocalTime", DataType.TIME),
            entry("java.time.LocalDateTime", DataType.DATE_TIME),
            entry("java.time.Instant", DataType.INSTANT),
            entry("java.time.OffsetDateTime", DataType.INSTANT),
            entry("java.time.ZonedDateTime", DataType.INSTANT),
            entry("java.util.Date", DataType.INSTANT),
            entry("java.util.UUID", DataType.UUID),
            entry("java.net.URI", DataType.URI),
            entry("java.util.Locale", DataType.LOCALE),
            entry(ContentReference.class.getName(), DataType.REFERENCE));

    private static final Map<DataType, List<DataType>> POSSIBLE = new EnumMap<>(Map.of(
            DataType.STRING, List.of(DataType.STRING, DataType.TEXT, DataType.RICH_TEXT),
            DataType.INTEGER, List.of(DataType.INTEGER, DataType.LONG, DataType.DECIMAL),
            DataType.LONG, List.of(DataType.LONG, DataType.DECIMAL),
            DataType.DOUBLE, List.of(DataType.DOUBLE, DataType.DECIMAL)));

    private DataTypes() {}

    /** The data type of a class or primitive type, or null if that does not follow from its name. */
    static @Nullable DataType of(String javaType) {
        return BY_CLASS.get(javaType);
    }

    /** The data types that values of this one can be kept as. */
    static List<DataType> possible(DataType natural) {
        return POSSIBLE.getOrDefault(natural, List.of(natural));
    }
}
