package dev.synchronizer.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for the row of the store's state. Where the columns of this release were missing once, it looks first whether they
 * are there by now: who asks at each interval must not fail at each, which a server writes to its log.
 */
final class StateQuery {
    /** What to ask where the schema is current. */
    static final String SQL = "select schema_version, revision, change_number from ct_state where id = 1";

    private static final String FIRST_VERSION = "select schema_version, revision from ct_state where id = 1";

    /** The first version of the schema that knows of overrides and changes. */
    private static final int WITH_CHANGES = 2;

    /** The first version of the schema that knows of content. */
    private static final int WITH_CONTENT = 3;

    private volatile boolean careful;

    /**
     * The state; nothing where there is no schema, or its row is yet to be made.
     *
     * @throws SQLException maybe as something is missing, see {@link #failed}
     */
    Optional<State> ask(OpenDatabase database) throws SQLException {
        if (!careful) {
            return ask(database, SQL);
        }
        Set<String> columns = database.texts(database.product().stateColumns());
        if (columns.contains("change_number")) {
            careful = false;
            return ask(database, SQL);
        }
        if (columns.isEmpty()) {
            // There is nothing to ask, but tables of others are still to be refused.
            Schema.look(database);
            return Optional.empty();
        }
        return ask(database, FIRST_VERSION);
    }

    private static Optional<State> ask(OpenDatabase database, String sql) throws SQLException {
        try (PreparedStatement query = database.connection().prepareStatement(sql)) {
            return ask(query);
        }
    }

    /** Asks by a statement of {@link #SQL}, or that of the first version. */
    static Optional<State> ask(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(state(row)) : Optional.empty();
        }
    }

    private static State state(ResultSet row) throws SQLException {
        int version = row.getInt("schema_version");
        long revision = row.getLong("revision");
        // While it is upgraded, the column may be there before it counts.
        long number = version < WITH_CHANGES ? ofFirstVersion(revision) : row.getLong("change_number");
        return new State(version, revision, number);
    }

    /**
     * The number of the last change as long as a store is of the first version: runs alone changed anything, and may still
     * do so by an older release. It is below all others, so that the upgrade counts as a change too.
     */
    private static long ofFirstVersion(long revision) {
        return Long.MIN_VALUE / 2 + revision;
    }

    /** The number of the last change, by single statements; 0 where there is no schema that has one. */
    long changeNumber(OpenDatabase database) throws SQLException {
        Optional<State> state;
        try {
            state = ask(database);
        } catch (SQLException e) {
            failed(e);
            state = ask(database);
        }
        return state.map(State::changeNumber).orElse(0L);
    }

    /**
     * Has it asked more carefully from now on.
     *
     * @throws SQLException the failure, where nothing is missing
     */
    void failed(SQLException failure) throws SQLException {
        if (!SqlErrors.isMissing(failure)) {
            throw failure;
        }
        careful = true;
    }

    /** Whether the plain question may be asked. */
    boolean isPlain() {
        return !careful;
    }

    /**
     * What the row says.
     *
     * @param version the version of the schema
     * @param revision the revision of the rows of types
     * @param changeNumber the number of the last change of what nodes serve
     */
    record State(int version, long revision, long changeNumber) {
        boolean hasOverrides() {
            return version >= WITH_CHANGES;
        }

        boolean hasContent() {
            return version >= WITH_CONTENT;
        }
    }
}
