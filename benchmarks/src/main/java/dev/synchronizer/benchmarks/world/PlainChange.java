package dev.synchronizer.benchmarks.world;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** All items read under their locks with all that they hold, and one text of each written anew, in plain JDBC batches. */
public final class PlainChange {
    private static final int BATCH = 500;

    private final Connection connection;
    private final long property;

    public PlainChange(Connection connection, String property) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select p.id from ct_property p join ct_type t on t.id = p.type_id"
                                + " where t.name = '" + ItemSite.TYPE + "' and p.name = '" + property + "'")) {
            row.next();
            this.property = row.getLong(1);
        }
    }

    /** Gives every item this text, each batch in a transaction of its own. */
    public void all(String text) throws SQLException {
        connection.setAutoCommit(false);
        UUID after = new UUID(0, 0);
        List<UUID> batch;
        do {
            batch = lock(after);
            if (!batch.isEmpty()) {
                values(batch);
                write(batch, text);
                after = batch.get(batch.size() - 1);
            }
            connection.commit();
        } while (batch.size() == BATCH);
        connection.setAutoCommit(true);
    }

    private List<UUID> lock(UUID after) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        String sql =
                "select * from ct_item where id > ? and deleted_at is null order by id limit " + BATCH + " for update";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, after);
            try (ResultSet rows = query.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    read(rows, columns);
                    ids.add(rows.getObject("id", UUID.class));
                }
            }
        }
        return ids;
    }

    private void values(List<UUID> batch) throws SQLException {
        String sql = "select * from ct_value where item_id >= ? and item_id <= ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, batch.get(0));
            query.setObject(2, batch.get(batch.size() - 1));
            try (ResultSet rows = query.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    read(rows, columns);
                }
            }
        }
    }

    private static void read(ResultSet rows, int columns) throws SQLException {
        for (int i = 1; i <= columns; i++) {
            rows.getObject(i);
        }
    }

    private void write(List<UUID> batch, String text) throws SQLException {
        try (PreparedStatement item = connection.prepareStatement(
                        "update ct_item set revision = revision + 1, saved_at = ?, saved_by = 'ann' where id = ?");
                PreparedStatement value = connection.prepareStatement(
                        "update ct_value set short_text = ? where item_id = ? and property_id = ? and language = ''")) {
            for (UUID id : batch) {
                item.setObject(1, LocalDateTime.of(2026, 1, 1, 0, 0));
                item.setObject(2, id);
                item.addBatch();
                value.setString(1, text);
                value.setObject(2, id);
                value.setLong(3, property);
                value.addBatch();
            }
            item.executeBatch();
            value.executeBatch();
        }
    }
}
