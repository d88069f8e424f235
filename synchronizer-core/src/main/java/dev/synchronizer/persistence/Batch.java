package dev.synchronizer.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** Sends one statement for many rows. */
final class Batch {
    /** Rows of one batch; larger ones gain nothing. */
    static final int SIZE = RowWriter.BATCH;

    private Batch() {}

    static <T> void send(Connection connection, String sql, Collection<T> rows, Binding<T> binding)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (T row : rows) {
                binding.bind(statement, row);
                statement.addBatch();
                if (++waiting == SIZE) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
        }
    }

    /** Binds a row to a statement. */
    interface Binding<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }
}
