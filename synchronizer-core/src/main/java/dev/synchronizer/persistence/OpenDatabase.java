package dev.synchronizer.persistence;

import dev.synchronizer.persistence.DatabaseProblems.Phase;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
            boolean autoCommit = connection.getAutoCommit();
            if (!autoCommit) {
                connection.setAutoCommit(true);
            }
            try {
                return work.with(this);
            } finally {
                if (!autoCommit) {
                    restore(() -> connection.setAutoCommit(false));
                }
            }
        } catch (SQLException e) {
            throw problems.of(Phase.READING, e);
        }
    }

    /** Reads as of one moment. */
    <T> T snapshot(SqlWork<T> work) {
        ConnectionSettings wanted = ConnectionSettings.transaction(true, Connection.TRANSACTION_REPEATABLE_READ);
        return translated(Phase.READING, () -> transaction(wanted, work, Phase.READING));
    }

    /** Writes all or nothing. */
    <T> T write(SqlWork<T> work) {
        // Under READ COMMITTED, what is read after waiting for a lock shows what its former holder committed.
        ConnectionSettings wanted = ConnectionSettings.transaction(false, Connection.TRANSACTION_READ_COMMITTED);
        return translated(
                Phase.WRITING,
                () -> LockWait.unlimited(this, database -> database.transaction(wanted, work, Phase.COMMITTING)));
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

    private <T> T transaction(ConnectionSettings wanted, SqlWork<T> work, Phase atCommit) throws SQLException {
        ConnectionSettings before = ConnectionSettings.of(connection);
        wanted.apply(connection, before);
        try {
            T result = rollingBack(work);
            try {
                connection.commit();
            } catch (SQLException e) {
                throw problems.of(atCommit, e);
            }
            return result;
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
