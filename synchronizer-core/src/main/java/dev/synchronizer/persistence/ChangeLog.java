package dev.synchronizer.persistence;

import dev.synchronizer.store.ChangeRecord;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The changes of what nodes serve, by number; whoever adds to it holds the lock. */
final class ChangeLog {
    private static final String COLUMNS = "change_number, changed_at, actor, kind, run_id, type_id, type_name,"
            + " property_name, setting, value_before, value_after";

    private final OpenDatabase database;

    ChangeLog(OpenDatabase database) {
        this.database = database;
    }

    void add(long firstNumber, List<ChangeRecord> changes) throws SQLException {
        String sql = "insert into ct_change (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = database.connection().prepareStatement(sql)) {
            for (int i = 0; i < changes.size(); i++) {
                bind(insert, firstNumber + i, changes.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, long number, ChangeRecord change) throws SQLException {
        insert.setLong(1, number);
        insert.setObject(2, Moments.stored(change.at()));
        insert.setString(3, change.actor());
        insert.setString(4, change.kind().name());
        Numbers.bind(insert, 5, change.run());
        Numbers.bind(insert, 6, change.typeId());
        insert.setString(7, change.type());
        insert.setString(8, change.property());
        insert.setString(9, change.setting());
        insert.setString(10, change.before());
        insert.setString(11, change.after());
    }

    List<ChangeRecord> after(long number, int limit) throws SQLException {
        String sql = "select " + COLUMNS + " from ct_change where change_number > ? order by change_number limit ?";
        try (PreparedStatement query = database.connection().prepareStatement(sql)) {
            query.setLong(1, number);
            query.setInt(2, limit);
            return changes(query);
        }
    }

    List<ChangeRecord> newest(int limit) throws SQLException {
        String sql = "select " + COLUMNS + " from ct_change order by change_number desc limit ?";
        try (PreparedStatement query = database.connection().prepareStatement(sql)) {
            query.setInt(1, limit);
            return changes(query);
        }
    }

    private List<ChangeRecord> changes(PreparedStatement query) throws SQLException {
        List<ChangeRecord> changes = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                changes.add(change(rows));
            }
        }
        return changes;
    }

    private ChangeRecord change(ResultSet row) throws SQLException {
        return new ChangeRecord(
                row.getLong("change_number"),
                Objects.requireNonNull(Moments.read(row, "changed_at", database.product())),
                row.getString("actor"),
                ChangeRecord.Kind.valueOf(row.getString("kind")),
                Numbers.readOrNull(row, "run_id"),
                Numbers.readOrNull(row, "type_id"),
                row.getString("type_name"),
                row.getString("property_name"),
                row.getString("setting"),
                row.getString("value_before"),
                row.getString("value_after"));
    }
}
