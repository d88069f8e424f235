package dev.synchronizer.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Whole numbers in columns that may hold none. */
final class Numbers {
    private Numbers() {}

    static void bind(PreparedStatement statement, int position, @Nullable Long number) throws SQLException {
        if (number == null) {
            statement.setNull(position, Types.BIGINT);
        } else {
            statement.setLong(position, number);
        }
    }

    static @Nullable Long readOrNull(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
