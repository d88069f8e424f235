package dev.synchronizer.schedule;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/** Rows that are the same on all databases: points in time in UTC, whatever the zone of the session, and no data. */
final class PlainRows extends DefaultJdbcCustomization implements Serializer {
    PlainRows() {
        super(true);
    }

    @Override
    public String getName() {
        return "Content-Type Synchronizer";
    }

    /** In the words that all three of them know. */
    @Override
    public String getQueryLimitPart(int limit) {
        return " limit " + limit;
    }

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        return null;
    }

    /** What stands there is nobody's: no object is made of it. */
    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
        return null;
    }
}
