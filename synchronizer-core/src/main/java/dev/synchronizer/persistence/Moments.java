package dev.synchronizer.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants as columns hold them: in UTC and to the microsecond, whatever the time zones of JVM and server. */
final class Moments {
    private Moments() {}

    static LocalDateTime stored(Instant instant) {
        // Without this, PostgreSQL would round and MariaDB cut off.
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    static @Nullable LocalDateTime storedOrNull(@Nullable Instant instant) {
        return instant == null ? null : stored(instant);
    }

    static @Nullable Instant read(ResultSet row, String column) throws SQLException {
        LocalDateTime stored = row.getObject(column, LocalDateTime.class);
        return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
    }
}
