package dev.synchronizer.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lets a session wait for a row lock as long as it takes: another node's commit may well take longer than H2's two and
 * MariaDB's fifty seconds, and nothing would be wrong with the node that waited for it.
 */
final class LockWait {
    /** The longest that both take, MariaDB in its strict mode too: 27 hours in H2's milliseconds, 3 years in seconds. */
    private static final long UNLIMITED = 100_000_000;

    /** About as long, for single statements of both. */
    static final int SECONDS = 100_000;

    private LockWait() {}

    /** Does the work in a session that waits without limit, and restores the limit. */
    static <T> T unlimited(OpenDatabase database, SqlWork<T> work) throws SQLException {
        String read = database.product().readLockWait();
        String set = database.product().setLockWait();
        if (read == null || set == null) {
            return work.with(database);
        }
        try (Statement statement = database.connection().createStatement()) {
            long before = limit(statement, read);
            statement.execute(set + UNLIMITED);
            try {
                return work.with(database);
            } finally {
                OpenDatabase.restore(() -> statement.execute(set + before));
            }
        }
    }

    private static long limit(Statement statement, String read) throws SQLException {
        try (ResultSet row = statement.executeQuery(read)) {
            row.next();
            return row.getLong(1);
        }
    }
}
