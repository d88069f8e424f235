package dev.synchronizer.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.PGStatement;

/**
 * How PostgreSQL comes by the plan of a query: a plan that it keeps stays as it was when the table was small, for as long
 * as a transaction fills the table, and would then read all of it for each list of ids.
 */
final class PostgresPlans {
    private PostgresPlans() {}

    /** Has the query planned each time for what is bound to it, where the driver lets us. */
    static void renew(PreparedStatement query) throws SQLException {
        if (query.isWrapperFor(PGStatement.class)) {
            query.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }
}
