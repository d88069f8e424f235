package dev.synchronizer.persistence;

import dev.synchronizer.model.ExecutedStep;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** The ledger of migration steps; whoever adds to it holds the lock. */
final class StepRows {
    private static final String COLUMNS = "module, name, version, checksum, baseline, run_id, executed_at, items";

    private final OpenDatabase database;

    StepRows(OpenDatabase database) {
        this.database = database;
    }

    List<ExecutedStep> all() throws SQLException {
        return new Query(database, "select " + COLUMNS + " from ct_step")
                .list(row -> new ExecutedStep(
                        row.getString("module"),
                        row.getString("name"),
                        row.getString("version"),
                        row.getString("checksum"),
                        row.getBoolean("baseline"),
                        row.getLong("run_id"),
                        Objects.requireNonNull(Moments.read(row, "executed_at", database.product())),
                        row.getLong("items")));
    }

    void add(ExecutedStep step) throws SQLException {
        String sql = "insert into ct_step (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)";
        Batch.send(database.connection(), sql, List.of(step), StepRows::bind);
    }

    private static void bind(PreparedStatement insert, ExecutedStep step) throws SQLException {
        insert.setString(1, step.module());
        insert.setString(2, step.name());
        insert.setString(3, step.version());
        insert.setString(4, step.checksum());
        insert.setBoolean(5, step.baseline());
        insert.setLong(6, step.run());
        insert.setObject(7, Moments.stored(step.at()));
        insert.setLong(8, step.items());
    }
}
