package dev.synchronizer.benchmarks.program;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Takes everything out of a database again. */
final class EmptyDatabase {
    private EmptyDatabase() {}

    static void make(String url) throws SQLException {
        String sql =
                url.startsWith("jdbc:h2:") ? "drop all objects" : "drop schema public cascade; create schema public";
        try (Connection connection = Databases.at(url).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
