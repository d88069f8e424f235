package dev.synchronizer.persistence;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;

/** The schedules by which rules are applied; the library that keeps them writes them. */
final class ScheduleRows {
    private final OpenDatabase database;

    ScheduleRows(OpenDatabase database) {
        this.database = database;
    }

    /** @param beginning how the names begin of those that may be forgotten */
    int forget(String beginning, Collection<String> known, Instant since) throws SQLException {
        LocalDateTime limit = Moments.stored(since);
        String sql = "delete from ct_schedule where execution_time < ? and (picked = ? or last_heartbeat < ?)"
                + " and left(task_name, ?) = ?";
        Query delete = new Query(database, sql, limit, false, limit, beginning.length(), beginning);
        if (!known.isEmpty()) {
            delete.add(" and task_name not").in(known);
        }
        return delete.execute();
    }
}
