package dev.synchronizer.persistence;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Deliveries that have ended, and that no later one of their key needs any more. */
final class EndedDeliveries {
    private static final String ENDED = " from ct_delivery where ended_at < ? and waiting = false";

    private final OpenDatabase database;

    EndedDeliveries(OpenDatabase database) {
        this.database = database;
    }

    /** The tasks of those that ended before a moment. */
    List<Long> tasks(Instant before, int limit) throws SQLException {
        return new Query(
                        database,
                        "select distinct task_id" + ENDED + " order by task_id limit ?",
                        Moments.stored(before),
                        limit)
                .list(row -> row.getLong("task_id"));
    }

    void delete(Collection<Long> tasks, Instant before) throws SQLException {
        for (List<Long> list : Query.lists(tasks)) {
            new Query(database, "delete" + ENDED + " and task_id", Moments.stored(before))
                    .in(list)
                    .execute();
        }
    }

    /** Those of some tasks that are still on their way somewhere, or kept for what is. */
    List<Long> withDeliveries(Collection<Long> tasks) throws SQLException {
        List<Long> kept = new ArrayList<>();
        for (List<Long> list : Query.lists(tasks)) {
            kept.addAll(new Query(database, "select distinct task_id as task from ct_delivery where task_id")
                    .in(list)
                    .list(row -> row.getLong("task")));
        }
        return kept;
    }
}
