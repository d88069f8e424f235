package dev.synchronizer.persistence;

import dev.synchronizer.store.SchemaState;
import dev.synchronizer.store.StartStatus;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The one query of a start with nothing to do. */
final class StatusQuery {
    private static final String SQL = "select s.schema_version, s.revision, t.settled_plan from ct_state s"
            + " left join ct_start t on t.start_key = ? and t.revision = s.revision where s.id = 1";

    private StatusQuery() {}

    static StartStatus ask(OpenDatabase database, String startKey) throws SQLException {
        try {
            return query(database, startKey);
        } catch (SQLException e) {
            SchemaState state = afterFailure(database, e);
            return state == SchemaState.CURRENT ? query(database, startKey) : new StartStatus(state, 0, null);
        }
    }

    private static StartStatus query(OpenDatabase database, String startKey) throws SQLException {
        try (PreparedStatement query = database.connection().prepareStatement(SQL)) {
            query.setString(1, startKey);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    return status(database, row);
                }
            }
        }
        return new StartStatus(Schema.look(database), 0, null);
    }

    private static StartStatus status(OpenDatabase database, ResultSet row) throws SQLException {
        SchemaState schema = Schema.judge(row.getInt("schema_version"), database);
        byte[] plan = row.getBytes("settled_plan");
        return new StartStatus(
                schema, row.getLong("revision"), plan == null ? null : new String(plan, StandardCharsets.UTF_8));
    }

    /**
     * What the schema is, after a query has failed. If it is current, another process may have ended its making just
     * then, and the query is worth a second try.
     *
     * @throws SQLException the failure, where nothing is missing
     */
    static SchemaState afterFailure(OpenDatabase database, SQLException failure) throws SQLException {
        if (!SqlErrors.isMissing(failure)) {
            throw failure;
        }
        return Schema.look(database);
    }
}
