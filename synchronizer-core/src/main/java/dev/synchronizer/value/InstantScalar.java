package dev.synchronizer.value;

import dev.synchronizer.annotation.DataType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** {@code INSTANT}. */
final class InstantScalar extends Scalar<Instant> {
    InstantScalar() {
        super(DataType.INSTANT, Instant.class);
    }

    @Override
    @Nullable
    Instant adapted(Object given) {
        if (given instanceof OffsetDateTime moment) {
            return moment.toInstant();
        }
        if (given instanceof ZonedDateTime moment) {
            return moment.toInstant();
        }
        return given instanceof Date date ? ofDate(date) : null;
    }

    /** Those of SQL are dates by name alone: days, and times of day, that refuse to be a point in time. */
    private static @Nullable Instant ofDate(Date date) {
        try {
            return date.toInstant();
        } catch (UnsupportedOperationException e) {
            return null;
        }
    }

    @Override
    Instant checked(Instant value) {
        Moments.requireYear(year(value));
        return value.truncatedTo(ChronoUnit.MICROS);
    }

    /** The first and the last points in time are in years that no calendar has. */
    private static int year(Instant value) {
        try {
            return value.atOffset(ZoneOffset.UTC).getYear();
        } catch (DateTimeException e) {
            return value.isBefore(Instant.EPOCH) ? Year.MIN_VALUE : Year.MAX_VALUE;
        }
    }

    @Override
    Instant parsed(String text) {
        return Instant.parse(text);
    }

    /** An offset other than that of UTC would go. */
    @Override
    boolean saysAll(Instant value, String text) {
        return parsed(text).equals(value) && (text.endsWith("Z") || text.endsWith("z"));
    }

    @Override
    Object columnOf(Instant value) {
        return LocalDateTime.ofInstant(value, ZoneOffset.UTC);
    }

    @Override
    Instant fromColumn(Object column) {
        return ((LocalDateTime) column).toInstant(ZoneOffset.UTC);
    }
}
