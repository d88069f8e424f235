package dev.synchronizer.persistence;

import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskDirection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** What is to be done elsewhere. */
final class TaskRows {
    private static final String PAYLOAD = "payload";

    private static final String COLUMNS = "direction, task_key, kind, type_name, subject_name, operation, creates,"
            + " payload, needs, actor, origin, passed, changes, task_group, foreign_id, logged_at";

    private final OpenDatabase database;

    TaskRows(OpenDatabase database) {
        this.database = database;
    }

    /** Adds tasks in their order, and gives the numbers that the database gave them. */
    List<Long> add(List<StoredTask> tasks) throws SQLException {
        String sql = "insert into ct_task (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement insert = database.connection().prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            for (int from = 0; from < tasks.size(); from += Batch.SIZE) {
                for (StoredTask task : tasks.subList(from, Math.min(tasks.size(), from + Batch.SIZE))) {
                    bind(insert, task);
                    insert.addBatch();
                }
                insert.executeBatch();
                try (ResultSet keys = insert.getGeneratedKeys()) {
                    while (keys.next()) {
                        ids.add(keys.getLong(1));
                    }
                }
            }
        }
        if (ids.size() != tasks.size()) {
            throw new SQLException("the driver gave " + ids.size() + " numbers for " + tasks.size() + " tasks");
        }
        return ids;
    }

    private static void bind(PreparedStatement insert, StoredTask task) throws SQLException {
        insert.setString(1, task.direction().name());
        insert.setString(2, task.key());
        insert.setString(3, task.kind());
        insert.setString(4, task.type());
        insert.setString(5, task.name());
        insert.setString(6, task.operation());
        insert.setBoolean(7, task.creates());
        insert.setString(8, task.payload());
        insert.setString(9, TextList.json(task.needs()));
        insert.setString(10, task.actor());
        insert.setString(11, task.origin());
        insert.setString(12, TextList.json(task.passed()));
        insert.setString(13, TextList.json(task.changes()));
        insert.setString(14, task.group());
        insert.setString(15, task.foreignId());
        insert.setObject(16, Moments.stored(task.loggedAt()));
    }

    List<StoredTask> byIds(Collection<Long> ids) throws SQLException {
        return byIds(ids, PAYLOAD);
    }

    /** Without what they carry. */
    List<StoredTask> outlines(Collection<Long> ids) throws SQLException {
        return byIds(ids, "'' as payload");
    }

    private List<StoredTask> byIds(Collection<Long> ids, String payload) throws SQLException {
        String columns = COLUMNS.replace(PAYLOAD, payload);
        List<StoredTask> tasks = new ArrayList<>();
        for (List<Long> list : Query.lists(ids.stream().sorted().toList())) {
            tasks.addAll(new Query(database, "select id, " + columns + " from ct_task where id")
                    .in(list)
                    .add(" order by id")
                    .list(this::task));
        }
        return tasks;
    }

    private StoredTask task(ResultSet row) throws SQLException {
        return new StoredTask(
                row.getLong("id"),
                TaskDirection.valueOf(row.getString("direction")),
                row.getString("task_key"),
                row.getString("kind"),
                row.getString("type_name"),
                row.getString("subject_name"),
                row.getString("operation"),
                row.getBoolean("creates"),
                row.getString("payload"),
                TextList.read(row.getString("needs")),
                row.getString("actor"),
                row.getString("origin"),
                TextList.read(row.getString("passed")),
                TextList.read(row.getString("changes")),
                row.getString("task_group"),
                row.getString("foreign_id"),
                Objects.requireNonNull(Moments.read(row, "logged_at", database.product())));
    }

    void delete(Collection<Long> ids) throws SQLException {
        for (List<Long> list : Query.lists(ids)) {
            new Query(database, "delete from ct_task where id").in(list).execute();
        }
    }
}
