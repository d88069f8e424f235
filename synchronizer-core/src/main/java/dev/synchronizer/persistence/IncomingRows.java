package dev.synchronizer.persistence;

import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskDirection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/** What has come from other systems. */
final class IncomingRows {
    private final OpenDatabase database;

    IncomingRows(OpenDatabase database) {
        this.database = database;
    }

    boolean has(String connector, String foreignId) throws SQLException {
        return !new Query(
                        database,
                        "select task_id from ct_incoming where connector = ? and foreign_id = ?",
                        connector,
                        foreignId)
                .list(row -> row.getLong("task_id"))
                .isEmpty();
    }

    /** Adds a task; nothing where it has come before. */
    OptionalLong add(String connector, String foreignId, StoredTask task, boolean toBeDone) throws SQLException {
        if (has(connector, foreignId)) {
            return OptionalLong.empty();
        }
        long number = 0;
        if (toBeDone) {
            number = new TaskRows(database).add(List.of(task)).get(0);
            String channel = TaskDirection.INCOMING.channel(connector);
            new DeliveryRows(database).add(List.of(StoredDelivery.of(task.withId(number), channel)));
        }
        new Query(
                        database,
                        "insert into ct_incoming (connector, foreign_id, task_id, received_at) values (?, ?, ?, ?)",
                        connector,
                        foreignId,
                        number,
                        Moments.stored(task.loggedAt()))
                .execute();
        return OptionalLong.of(number);
    }
}
