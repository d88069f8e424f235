package dev.synchronizer.persistence;

import dev.synchronizer.persistence.DatabaseProblems.Phase;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;

/** An open connection and the product at its other end; it is given back as it was found. */
final class OpenDatabase implements AutoCloseable {
    private final Connection connection;
    private final Database product;
    private final DatabaseProblems problems;

    private OpenDatabase(Connection connection, Database product, DatabaseProblems problems) {
        this.connection = connection;
        this.product = product;
        this.problems = problems;
    }

    static OpenDatabase open(DataSource dataSource) {
        Connection connection;
        try {
            connection = dataSource.getConnection();
        } catch (SQLException | RuntimeException e) {
            throw DatabaseProblems.unreachable(dataSource, e);
        }
        try {
            return of(connection);
        } catch (SQLException e) {
            closeQuietly(connection);
            throw DatabaseProblems.unreachable(dataSource, e);
        } catch (ProblemsException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    private static OpenDatabase of(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        String product = metaData.getDatabaseProductName();
        DatabaseProblems problems = new DatabaseProblems(product, metaData.getURL());
        Database database = Database.of(product);
        if (database == null) {
            throw problems.problem(ProblemCode.DATABASE_UNSUPPORTED, product + " is not supported", null);
        }
        return new OpenDatabase(connection, database, problems);
    }

    Connection connection() {
        return connection;
    }

    Database product() {
        return product;
    }

    DatabaseProblems problems() {
        return problems;
    }

    /** Reads with single statements. */
    <T> T query(SqlWork<T> work) {
        try {
            return singly(connection.isReadOnly(), work);
        } catch (SQLException e) {
            throw problems.of(Phase.READING, e);
        }
    }

    /** Changes definitions with single statements. */
    <T> T define(SqlWork<T> work) {
        return translated(Phase.WRITING, () -> singly(false, work));
    }

    private <T> T singly(boolean readOnly, SqlWork<T> work) throws SQLException {
        ConnectionSettings before = ConnectionSettings.of(connection, product);
        ConnectionSettings wanted = new ConnectionSettings(true, readOnly, seeingCommitted(before.isolation()));
        return with(wanted, before, work);
    }

    /** What others have not committed must not be seen, not even by those who read so by default. */
    private static int seeingCommitted(int isolation) {
        return isolation == Connection.TRANSACTION_READ_UNCOMMITTED ? Connection.TRANSACTION_READ_COMMITTED : isolation;
    }

    /** Reads as of one moment. */
    <T> T snapshot(SqlWork<T> work) {
        return translated(Phase.READING, () -> transaction(true, product.snapshotIsolation(), work, Phase.READING));
    }

    /** Ends the snapshot that is being read and takes a new one, which the product may not isolate by itself. */
    void beginSnapshotAgain() throws SQLException {
        connection.rollback();
        if (product.isolatesByStatement()) {
            isolate(product.snapshotIsolation());
        }
    }

    /** Writes all or nothing. */
    <T> T write(SqlWork<T> work) {
        return translated(Phase.WRITING, () -> LockWait.unlimited(this, database -> database.committing(work)));
    }

    /** Writes all or nothing, too often to be told each time how long to wait for others. */
    <T> T save(SqlWork<T> work) {
        return translated(Phase.WRITING, () -> committing(work));
    }

    private <T> T committing(SqlWork<T> work) throws SQLException {
        // Under READ COMMITTED, what is read after waiting for a lock shows what its former holder committed.
        return transaction(false, Connection.TRANSACTION_READ_COMMITTED, work, Phase.COMMITTING);
    }

    /** The texts in a query's only column. */
    Set<String> texts(String sql) throws SQLException {
        Set<String> texts = new TreeSet<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private <T> T transaction(boolean readOnly, int isolation, SqlWork<T> work, Phase atCommit) throws SQLException {
        ConnectionSettings before = ConnectionSettings.of(connection, product);
        boolean byStatement = product.isolatesByStatement();
        ConnectionSettings wanted = new ConnectionSettings(false, readOnly, byStatement ? 0 : isolation);
        return with(wanted, before, open -> {
            T result = rollingBack(database -> {
                if (byStatement) {
                    isolate(isolation);
                }
                return work.with(database);
            });
            try {
                connection.commit();
            } catch (SQLException e) {
                throw problems.of(atCommit, e);
            }
            return result;
        });
    }

    /** For this transaction alone: behind a pooler of transactions, the session's next one may be anybody's. */
    private void isolate(int isolation) throws SQLException {
        boolean repeatable = isolation == Connection.TRANSACTION_REPEATABLE_READ;
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level " + (repeatable ? "repeatable read" : "read committed"));
        }
    }

    private <T> T with(ConnectionSettings wanted, ConnectionSettings before, SqlWork<T> work) throws SQLException {
        try {
            wanted.apply(connection, before);
            return work.with(this);
        } finally {
            restore(() -> before.apply(connection, wanted));
        }
    }

    private <T> T rollingBack(SqlWork<T> work) throws SQLException {
        try {
            return work.with(this);
        } catch (Throwable thrown) {
            try {
                connection.rollback();
            } catch (SQLException e) {
                thrown.addSuppressed(e);
            }
            throw thrown;
        }
    }

    private <T> T translated(Phase phase, SqlStep<T> step) {
        try {
            return step.run();
        } catch (SQLException e) {
            throw problems.of(phase, e);
        }
    }

    /** What fails here must not hide how the work itself ended; a pool finds out about a dead connection by itself. */
    static void restore(SqlAction action) {
        try {
            action.run();
        } catch (SQLException e) {
            // Looked up here, for a start with nothing to do has nothing to log.
            LoggerFactory.getLogger(OpenDatabase.class).debug("a connection's settings could not be restored", e);
        }
    }

    @Override
    public void close() {
        closeQuietly(connection);
    }

    private static void closeQuietly(Connection connection) {
        restore(connection::close);
    }

    private interface SqlStep<T> {
        T run() throws SQLException;
    }

    interface SqlAction {
        void run() throws SQLException;
    }
}
