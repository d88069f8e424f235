package dev.synchronizer.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** A connection that PostgreSQL tells of changes; only this class, and who opens it, needs PostgreSQL's driver. */
final class PostgresListener implements AutoCloseable {
    /** A server that is gone without a word must not keep the poller waiting for it. */
    private static final int MOST_MILLIS_FOR_AN_ANSWER = 10_000;

    private final OpenDatabase database;
    private final PGConnection session;

    private PostgresListener(OpenDatabase database, PGConnection session) {
        this.database = database;
        this.session = session;
    }

    /** Begins to listen; null where another driver is in use, or a pooler stands between, which would not tell us. */
    static @Nullable PostgresListener listen(OpenDatabase database) throws SQLException {
        Connection connection = database.connection();
        PGConnection session = session(connection);
        if (session == null) {
            return null;
        }
        if (session.getBackendPID() != database.query(PostgresListener::backend)) {
            return null;
        }
        connection.setAutoCommit(true);
        connection.setNetworkTimeout(Runnable::run, MOST_MILLIS_FOR_AN_ANSWER);
        Notifications.listen(connection);
        return new PostgresListener(database, session);
    }

    /** The number of the server's process, as the driver was told it; 0 where another driver is in use. */
    static int process(OpenDatabase database) throws SQLException {
        PGConnection session = session(database.connection());
        return session == null ? 0 : session.getBackendPID();
    }

    private static @Nullable PGConnection session(Connection connection) throws SQLException {
        return connection.isWrapperFor(PGConnection.class) ? connection.unwrap(PGConnection.class) : null;
    }

    private static int backend(OpenDatabase database) throws SQLException {
        try (PreparedStatement query = database.connection().prepareStatement("select pg_backend_pid()");
                ResultSet row = query.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    void await(Duration atMost) throws SQLException {
        long millis = Math.min(Math.max(1, atMost.toMillis()), Integer.MAX_VALUE);
        session.getNotifications((int) millis);
    }

    long changeNumber() {
        return database.query(StatusQuery::changeNumber);
    }

    /** Not given back to a pool, for whoever got it next would listen too. */
    @Override
    public void close() {
        OpenDatabase.restore(() -> database.connection().abort(Runnable::run));
        database.close();
    }
}
