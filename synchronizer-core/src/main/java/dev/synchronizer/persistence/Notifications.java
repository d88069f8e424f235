package dev.synchronizer.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The channel on which PostgreSQL tells nodes that something was committed. */
final class Notifications {
    private static final String CHANNEL = "synchronizer_change";

    private Notifications() {}

    /** To be sent when the transaction is committed. */
    static void send(Connection connection) throws SQLException {
        execute(connection, "notify " + CHANNEL);
    }

    static void listen(Connection connection) throws SQLException {
        execute(connection, "listen " + CHANNEL);
    }

    static void unlisten(Connection connection) throws SQLException {
        execute(connection, "unlisten " + CHANNEL);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
