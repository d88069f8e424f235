package dev.synchronizer.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * How a connection was set when it was handed to us, for a pool hands it to others afterwards.
 *
 * @param isolation 0 where each transaction says it itself
 */
record ConnectionSettings(boolean autoCommit, boolean readOnly, int isolation) {
    static ConnectionSettings of(Connection connection, Database product) throws SQLException {
        int isolation = product.isolatesByStatement() ? 0 : connection.getTransactionIsolation();
        return new ConnectionSettings(connection.getAutoCommit(), connection.isReadOnly(), isolation);
    }

    /** Changes what is different from {@code present}; no transaction may be under way. */
    void apply(Connection connection, ConnectionSettings present) throws SQLException {
        if (readOnly != present.readOnly) {
            connection.setReadOnly(readOnly);
        }
        if (isolation != present.isolation) {
            connection.setTransactionIsolation(isolation);
        }
        if (autoCommit != present.autoCommit) {
            connection.setAutoCommit(autoCommit);
        }
    }
}
