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
        try (PreparedStatement query = database.connection().prepareStatement(SQL)) {
            query.setString(1, startKey);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    return status(database, row);
                }
            }
        } catch (SQLException e) {
            return new StartStatus(incomplete(database, e), 0, null);
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
     * What the schema is, after a query has failed.
     *
     * @throws SQLException the failure, where it is not that the schema's making has not begun or not ended
     */
    static SchemaState incomplete(OpenDatabase database, SQLException failure) throws SQLException {
        if (!SqlErrors.isMissing(failure)) {
            throw failure;
        }
        SchemaState state = Schema.look(database);
        if (state == SchemaState.CURRENT) {
            throw failure;
        }
        return state;
    }
}
