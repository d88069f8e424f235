package dev.synchronizer.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Moments as columns hold them: to the microsecond, and instants in UTC, whatever the time zones of JVM and server. */
final class Moments {
    private Moments() {}

    static LocalDateTime stored(Instant instant) {
        // Without this, PostgreSQL would round and MariaDB cut off.
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    static @Nullable LocalDateTime storedOrNull(@Nullable Instant instant) {
        return instant == null ? null : stored(instant);
    }

    static @Nullable Instant read(ResultSet row, String column, Database product) throws SQLException {
        LocalDateTime stored = readLocal(row, row.findColumn(column), product);
        return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
    }

    static @Nullable LocalDateTime readLocal(ResultSet row, int column, Database product) throws SQLException {
        if (product != Database.MARIADB) {
            return row.getObject(column, LocalDateTime.class);
        }
        // Read whole, its driver would move what is in the hour that the JVM's time zone skips in spring.
        LocalDate day = row.getObject(column, LocalDate.class);
        LocalTime time = row.getObject(column, LocalTime.class);
        return day == null ? null : day.atTime(time);
    }
}
