package dev.synchronizer.value;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.model.PropertyType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

/** The columns of the values' table; each data type has one that fits it, so that the database can guard, sort and filter. */
public enum ValueColumn {
    /** {@code BOOLEAN}. */
    FLAG(Boolean.class),
    /** {@code INTEGER} and {@code LONG}. */
    WHOLE(Long.class),
    /** {@code DOUBLE}. */
    FLOATING(Double.class),
    /** {@code DECIMAL}: 35 digits before the point and 30 behind it. */
    DECIMAL(BigDecimal.class),
    /** {@code STRING}, {@code ENUM} and {@code LOCALE}: 2,000 characters at most. */
    SHORT_TEXT(String.class),
    /** {@code TEXT}, {@code RICH_TEXT} and {@code URI}. */
    LONG_TEXT(String.class),
    /** {@code DATE}. */
    DAY(LocalDate.class),
    /** {@code TIME}, to the microsecond. */
    TIME(LocalTime.class),
    /** {@code DATE_TIME}, and {@code INSTANT} in UTC, to the microsecond. */
    MOMENT(LocalDateTime.class),
    /** {@code UUID} and {@code REFERENCE}. */
    IDENTIFIER(UUID.class),
    /** Lists, sets and embedded blocks, as canonical JSON. */
    DOCUMENT(String.class),
    /** None of them: in a row that something else has written nothing stands, which is read as the empty text. */
    NONE(String.class);

    private final Class<?> valueClass;

    ValueColumn(Class<?> valueClass) {
        this.valueClass = valueClass;
    }

    /** The class of what is read from the column and written to it. */
    public Class<?> valueClass() {
        return valueClass;
    }

    public static ValueColumn of(PropertyType type) {
        return type.isMany() ? DOCUMENT : ofSingle(type.base());
    }

    private static ValueColumn ofSingle(DataType base) {
        return switch (base) {
            case BOOLEAN -> FLAG;
            case INTEGER, LONG -> WHOLE;
            case DOUBLE -> FLOATING;
            case DECIMAL -> DECIMAL;
            case STRING, ENUM, LOCALE -> SHORT_TEXT;
            case TEXT, RICH_TEXT, URI -> LONG_TEXT;
            case DATE -> DAY;
            case TIME -> TIME;
            case DATE_TIME, INSTANT -> MOMENT;
            case UUID, REFERENCE -> IDENTIFIER;
            case BLOCK -> DOCUMENT;
            case AUTO -> throw new IllegalArgumentException("AUTO is resolved before there are values");
        };
    }
}
