package dev.synchronizer.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** A connection that PostgreSQL tells of changes; only this class, and who opens it, needs PostgreSQL's driver. */
final class PostgresListener implements AutoCloseable {
    /** A server that is gone without a word must not keep the poller waiting for it. */
    private static final int MOST_MILLIS_FOR_AN_ANSWER = 10_000;

    private final OpenDatabase database;
    private final PGConnection session;
    private final boolean autoCommit;
    private final int networkTimeout;
    private @Nullable PreparedStatement question;
    private boolean closed;

    private PostgresListener(OpenDatabase database, PGConnection session) throws SQLException {
        this.database = database;
        this.session = session;
        this.autoCommit = database.connection().getAutoCommit();
        this.networkTimeout = database.connection().getNetworkTimeout();
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
        PostgresListener listener = new PostgresListener(database, session);
        connection.setAutoCommit(true);
        connection.setNetworkTimeout(Runnable::run, MOST_MILLIS_FOR_AN_ANSWER);
        Notifications.listen(connection);
        return listener;
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

    /** Whether there was news within this time; whoever closes has to wait for as long. */
    synchronized boolean hasNews(int millis) throws SQLException {
        PGNotification[] news = closed ? null : session.getNotifications(millis);
        return news != null && news.length > 0;
    }

    /** Asks by a statement that is prepared once; where that fails, the usual way finds out why. */
    synchronized long changeNumber(StateQuery state) {
        return database.query(open -> {
            if (state.isPlain()) {
                try {
                    return StateQuery.ask(question(), open.product())
                            .map(asked -> asked.content().changeNumber())
                            .orElse(0L);
                } catch (SQLException e) {
                    question = null;
                    state.failed(e);
                }
            }
            return state.changeNumber(open);
        });
    }

    private PreparedStatement question() throws SQLException {
        PreparedStatement prepared = question;
        if (prepared == null) {
            prepared = database.connection().prepareStatement(StateQuery.SQL);
            question = prepared;
        }
        return prepared;
    }

    /** Gives the connection back as it was, for a pool hands it to others. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            Connection connection = database.connection();
            OpenDatabase.restore(() -> {
                Notifications.unlisten(connection);
                connection.setNetworkTimeout(Runnable::run, networkTimeout);
                connection.setAutoCommit(autoCommit);
            });
            database.close();
        }
    }
}
