package dev.synchronizer.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one session at a time work on the schema, by a lock that the database frees with its connection. H2 has no such
 * lock, and seldom needs one: it is mostly open in one process, so it is enough to hold up that process's threads.
 */
final class SchemaLock {
    private static final ReentrantLock EMBEDDED = new ReentrantLock();

    private SchemaLock() {}

    static <T> T hold(OpenDatabase database, SqlWork<T> work) throws SQLException {
        String lock = database.product().lockSchema();
        if (lock == null) {
            return holdInProcess(database, work);
        }
        String unlock = database.product().unlockSchema();
        return unlock == null ? holdInTransaction(database, lock, work) : holdInSession(database, lock, unlock, work);
    }

    private static <T> T holdInTransaction(OpenDatabase database, String lock, SqlWork<T> work) {
        return database.write(open -> {
            try (Statement statement = open.connection().createStatement()) {
                acquire(statement, lock);
            }
            return work.with(open);
        });
    }

    private static <T> T holdInSession(OpenDatabase database, String lock, String unlock, SqlWork<T> work)
            throws SQLException {
        try (Statement statement = database.connection().createStatement()) {
            acquire(statement, lock);
            try {
                return work.with(database);
            } finally {
                OpenDatabase.restore(() -> statement.execute(unlock));
            }
        }
    }

    private static void acquire(Statement statement, String lock) throws SQLException {
        try (ResultSet row = statement.executeQuery(lock)) {
            if (!row.next() || row.getInt(1) != 1) {
                throw new SQLException("the lock around schema work was not granted");
            }
        }
    }

    private static <T> T holdInProcess(OpenDatabase database, SqlWork<T> work) throws SQLException {
        EMBEDDED.lock();
        try {
            return work.with(database);
        } finally {
            EMBEDDED.unlock();
        }
    }
}
