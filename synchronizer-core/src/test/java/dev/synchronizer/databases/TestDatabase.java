package dev.synchronizer.databases;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A database, and a user of it.
 *
 * @param url its JDBC URL
 * @param user the user
 * @param password the user's password
 */
public record TestDatabase(String url, String user, String password) {
    /** A data source without a pool. */
    public DataSource dataSource() {
        return new DriverDataSource(url, user, password);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The name that its server knows it by. */
    String name() {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** Executes statements past the store. */
    public void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public TestDatabase withUser(String otherUser, String otherPassword) {
        return new TestDatabase(url, otherUser, otherPassword);
    }

    public TestDatabase withUrl(String otherUrl) {
        return new TestDatabase(otherUrl, user, password);
    }
}
