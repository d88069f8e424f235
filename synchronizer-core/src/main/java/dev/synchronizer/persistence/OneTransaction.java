package dev.synchronizer.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;

/**
 * Keeps Liquibase, which commits after every change and rolls back after its own questions fail, within the transaction
 * that it was given: what it takes for a commit is a savepoint.
 */
final class OneTransaction extends JdbcConnection {
    private final Connection connection;
    private Savepoint committed;

    OneTransaction(Connection connection) throws SQLException {
        super(connection);
        this.connection = connection;
        this.committed = connection.setSavepoint();
    }

    @Override
    public void setAutoCommit(boolean autoCommit) {
        // It would commit.
    }

    @Override
    public void commit() throws DatabaseException {
        try {
            connection.releaseSavepoint(committed);
            committed = connection.setSavepoint();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public void rollback() throws DatabaseException {
        try {
            connection.rollback(committed);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public void close() {
        // The connection is not Liquibase's.
    }
}
