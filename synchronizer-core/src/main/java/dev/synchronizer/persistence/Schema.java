package dev.synchronizer.persistence;

import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.SchemaState;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Tells what the schema in a database is to this program. */
final class Schema {
    /** The version of the schema that the change log makes. */
    static final int VERSION = 5;

    static final String CHANGE_LOG_TABLE = "ct_changelog";
    static final String CHANGE_LOG_LOCK_TABLE = "ct_changelog_lock";

    private static final String STATE_TABLE = "ct_state";
    private static final List<String> TABLES = List.of(
            "ct_change",
            "ct_channel",
            "ct_delivery",
            "ct_empty_jar",
            "ct_finding",
            "ct_foreign_id",
            "ct_incoming",
            "ct_item",
            "ct_listening",
            "ct_module",
            "ct_module_snapshot",
            "ct_node_event",
            "ct_nonce",
            "ct_override",
            "ct_property",
            "ct_receipt",
            "ct_rule",
            "ct_rule_refusal",
            "ct_rule_run",
            "ct_run",
            "ct_run_loss",
            "ct_save_failure",
            "ct_schedule",
            "ct_self",
            "ct_stamp",
            "ct_start",
            STATE_TABLE,
            "ct_step",
            "ct_task",
            "ct_type",
            "ct_value",
            "ct_value_part");

    private Schema() {}

    /** The state of a schema whose version row holds this. */
    static SchemaState judge(int version, OpenDatabase database) {
        if (version > VERSION) {
            throw database.problems()
                    .problem(
                            ProblemCode.SCHEMA_NEWER,
                            "the tables are of schema version " + version
                                    + ", and this release of the synchronizer knows" + " version " + VERSION
                                    + " at most",
                            null);
        }
        return version < VERSION ? SchemaState.OUTDATED : SchemaState.CURRENT;
    }

    /** Looks closely, where a query has shown that not everything is there; tables of others are not looked at. */
    static SchemaState look(OpenDatabase database) throws SQLException {
        requireSchema(database);
        Set<String> tables = tables(database);
        boolean begun = tables.contains(CHANGE_LOG_TABLE) || tables.contains(CHANGE_LOG_LOCK_TABLE);
        tables.retainAll(TABLES);
        if (!begun && tables.isEmpty()) {
            return SchemaState.MISSING;
        }
        if (!begun) {
            throw database.problems()
                    .problem(
                            ProblemCode.SCHEMA_FOREIGN,
                            named(tables, "is there", "are there") + ", but not " + CHANGE_LOG_TABLE
                                    + ", in which the synchronizer keeps what it has made",
                            null);
        }
        return tables.contains(STATE_TABLE) ? version(database) : SchemaState.OUTDATED;
    }

    /** Without a schema, tables of all schemas would be found, and none could be made. */
    private static void requireSchema(OpenDatabase database) throws SQLException {
        boolean hasSchemas = database.product() != Database.MARIADB;
        if (hasSchemas && database.connection().getSchema() == null) {
            throw database.problems()
                    .problemWithFix(
                            ProblemCode.CONNECTION_FAILED,
                            "no schema on the search path exists and may be used by this user",
                            "create the schema, or name another one, on PostgreSQL by currentSchema in the URL");
        }
        boolean hasDatabase = hasSchemas || database.connection().getCatalog() != null;
        if (!hasDatabase) {
            throw database.problems()
                    .problemWithFix(
                            ProblemCode.CONNECTION_FAILED,
                            "the URL names no database of the server",
                            "write the name of the database behind the last slash of the URL");
        }
    }

    /** What is not there although it should be, in words. */
    static String missing(OpenDatabase database) throws SQLException {
        Set<String> missing = new TreeSet<>(TABLES);
        missing.removeAll(tables(database));
        return missing.isEmpty()
                ? "the only row of table " + STATE_TABLE + " is missing"
                : named(missing, "is missing", "are missing");
    }

    private static String named(Set<String> tables, String one, String several) {
        boolean single = tables.size() == 1;
        return (single ? "the table " : "the tables ") + String.join(", ", tables) + " " + (single ? one : several);
    }

    private static SchemaState version(OpenDatabase database) throws SQLException {
        String sql = "select schema_version from ct_state where id = 1";
        try (PreparedStatement query = database.connection().prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            return row.next() ? judge(row.getInt(1), database) : SchemaState.OUTDATED;
        }
    }

    private static Set<String> tables(OpenDatabase database) throws SQLException {
        DatabaseMetaData metaData = database.connection().getMetaData();
        String pattern = "ct" + metaData.getSearchStringEscape() + "_%";
        Set<String> tables = new TreeSet<>();
        addTables(database.connection(), pattern, tables);
        if (database.product() == Database.H2) {
            // There, Liquibase writes its tables in upper case, also where all others are in lower case.
            addTables(database.connection(), pattern.toUpperCase(Locale.ROOT), tables);
        }
        return tables;
    }

    private static void addTables(Connection connection, String pattern, Set<String> tables) throws SQLException {
        try (ResultSet rows =
                connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), pattern, null)) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
    }
}
