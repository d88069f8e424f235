package dev.synchronizer.benchmarks.program;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** The base line of a start: opens a connection and reads one row. */
public final class OneRow {
    private OneRow() {}

    public static void main(String[] arguments) throws SQLException {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments[0]);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement("select 1");
                ResultSet row = query.executeQuery()) {
            if (!row.next() || row.getInt(1) != 1) {
                throw new SQLException("there is no row");
            }
        }
    }
}
