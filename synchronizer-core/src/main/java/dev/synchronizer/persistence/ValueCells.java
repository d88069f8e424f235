package dev.synchronizer.persistence;

import dev.synchronizer.value.ValueColumn;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of values' rows, of which one holds the value. */
final class ValueCells {
    private static final List<ValueColumn> COLUMNS = Arrays.stream(ValueColumn.values())
            .filter(column -> column != ValueColumn.NONE)
            .toList();

    /** Their names, in the order in which they are bound. */
    static final String NAMES = COLUMNS.stream().map(ValueCells::name).collect(Collectors.joining(", "));

    static final int COUNT = COLUMNS.size();

    /** A mark for each. */
    static final String MARKS = COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", "));

    /** Each with its mark. */
    static final String ASSIGNED =
            COLUMNS.stream().map(column -> name(column) + " = ?").collect(Collectors.joining(", "));

    private ValueCells() {}

    static String name(ValueColumn column) {
        return switch (column) {
            case FLAG -> "flag_value";
            case WHOLE -> "whole_value";
            case FLOATING -> "floating_value";
            case DECIMAL -> "decimal_value";
            case SHORT_TEXT -> "short_text";
            case LONG_TEXT -> "long_text";
            case DAY -> "day_value";
            case TIME -> "time_value";
            case MOMENT -> "moment_value";
            case IDENTIFIER -> "identifier_value";
            case DOCUMENT -> "document";
            case NONE -> throw nothing();
        };
    }

    /** Binds a value in its column, and null in all others. */
    static void bind(PreparedStatement statement, int first, ValueColumn column, Object value, Database product)
            throws SQLException {
        int position = first;
        for (ValueColumn each : COLUMNS) {
            if (each == column) {
                Query.bind(statement, position, value, product);
            } else {
                statement.setNull(position, sqlType(each, product));
            }
            position++;
        }
    }

    /** So that a batch is of one statement, whichever of its values are null. */
    private static int sqlType(ValueColumn column, Database product) {
        return switch (column) {
            case FLAG -> Types.BOOLEAN;
            case WHOLE -> Types.BIGINT;
            case FLOATING -> Types.DOUBLE;
            case DECIMAL -> Types.NUMERIC;
            case SHORT_TEXT, LONG_TEXT, DOCUMENT -> Types.VARCHAR;
            case DAY -> Types.DATE;
            case TIME -> Types.TIME;
            case MOMENT -> Types.TIMESTAMP;
            case IDENTIFIER -> Ids.sqlType(product);
            case NONE -> throw nothing();
        };
    }

    private static IllegalArgumentException nothing() {
        return new IllegalArgumentException("no column holds nothing");
    }

    /** The column that holds a row's value, or none where something else has written the row; they are read by position, for there are many rows and many columns. */
    static Cell read(ResultSet row, int first, Database product) throws SQLException {
        int position = first;
        for (ValueColumn column : COLUMNS) {
            Object value = value(row, position, column, product);
            if (value != null) {
                return new Cell(column, value);
            }
            position++;
        }
        return new Cell(ValueColumn.NONE, "");
    }

    private static @Nullable Object value(ResultSet row, int position, ValueColumn column, Database product)
            throws SQLException {
        return switch (column) {
            case FLAG -> unlessNull(row, row.getBoolean(position));
            case WHOLE -> unlessNull(row, row.getLong(position));
            case FLOATING -> unlessNull(row, row.getDouble(position));
            case DECIMAL -> canonical(row.getBigDecimal(position));
            case SHORT_TEXT, LONG_TEXT, DOCUMENT -> row.getString(position);
            case DAY -> row.getObject(position, LocalDate.class);
            case TIME -> row.getObject(position, LocalTime.class);
            case MOMENT -> Moments.readLocal(row, position, product);
            case IDENTIFIER -> Ids.readOrNull(row, position, product);
            case NONE -> throw nothing();
        };
    }

    private static @Nullable Object unlessNull(ResultSet row, Object value) throws SQLException {
        return row.wasNull() ? null : value;
    }

    /** Columns pad with zeros behind the point. */
    private static @Nullable BigDecimal canonical(@Nullable BigDecimal padded) {
        if (padded == null) {
            return null;
        }
        BigDecimal stripped = padded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * A value and where it stands.
     *
     * @param column the column
     * @param value the value
     */
    record Cell(ValueColumn column, Object value) {}
}
