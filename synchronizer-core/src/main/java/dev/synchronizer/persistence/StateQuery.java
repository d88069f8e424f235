package dev.synchronizer.persistence;

import dev.synchronizer.store.ContentState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for the row of the store's state. Where the columns of this release were missing once, it looks first whether they
 * are there by now: who asks at each interval must not fail at each, which a server writes to its log.
 */
final class StateQuery {
    /** The column for until when saves are announced. In a row of its own, it waits for nobody who holds the lock. */
    static final String REMOTE_UNTIL = "(select remote_until from ct_listening where id = 1) as remote_until";

    /** What to ask where the schema is current. */
    static final String SQL =
            "select schema_version, revision, change_number, " + REMOTE_UNTIL + " from ct_state where id = 1";

    private static final String SECOND_VERSION =
            "select schema_version, revision, change_number from ct_state where id = 1";

    private static final String FIRST_VERSION = "select schema_version, revision from ct_state where id = 1";

    /** The first version of the schema that knows of overrides and changes. */
    private static final int WITH_CHANGES = 2;

    /** The first version of the schema that knows of content. */
    private static final int WITH_CONTENT = 3;

    /** The first version of the schema that knows of rules, findings and what nodes tell each other. */
    private static final int WITH_RULES = 4;

    /** The first version of the schema that knows of other servers and systems. */
    private static final int WITH_TASKS = 5;

    private volatile boolean careful;

    /**
     * The state; nothing where there is no schema, or its row is yet to be made.
     *
     * @throws SQLException maybe as something is missing, see {@link #failed}
     */
    Optional<State> ask(OpenDatabase database) throws SQLException {
        return careful ? askCarefully(database) : ask(database, SQL, WITH_RULES);
    }

    private Optional<State> askCarefully(OpenDatabase database) throws SQLException {
        Set<String> columns = database.texts(database.product().stateColumns());
        if (columns.isEmpty()) {
            // There is nothing to ask, but tables of others are still to be refused.
            Schema.look(database);
            return Optional.empty();
        }
        if (!columns.contains("change_number")) {
            return ask(database, FIRST_VERSION, 1);
        }
        Optional<State> state = ask(database, SECOND_VERSION, WITH_CHANGES);
        if (state.isPresent() && state.get().hasRules()) {
            careful = false;
            return ask(database, SQL, WITH_RULES);
        }
        return state;
    }

    private static Optional<State> ask(OpenDatabase database, String sql, int known) throws SQLException {
        try (PreparedStatement query = database.connection().prepareStatement(sql)) {
            return ask(query, known, database.product());
        }
    }

    /** Asks by a statement of {@link #SQL}. */
    static Optional<State> ask(PreparedStatement query, Database product) throws SQLException {
        return ask(query, WITH_RULES, product);
    }

    private static Optional<State> ask(PreparedStatement query, int known, Database product) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(state(row, known, product)) : Optional.empty();
        }
    }

    /** @param known the version of the schema that has no more columns than were asked for */
    private static State state(ResultSet row, int known, Database product) throws SQLException {
        int version = row.getInt("schema_version");
        long revision = row.getLong("revision");
        // While it is upgraded, a column may be there before it counts.
        int counting = Math.min(version, known);
        long number = counting < WITH_CHANGES ? ofFirstVersion(revision) : row.getLong("change_number");
        Instant until = counting < WITH_RULES ? null : Moments.read(row, "remote_until", product);
        return new State(version, revision, new ContentState(number, until));
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
        return state.map(found -> found.content().changeNumber()).orElse(0L);
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
     * @param content what saves have to know
     */
    record State(int version, long revision, ContentState content) {
        boolean hasOverrides() {
            return version >= WITH_CHANGES;
        }

        boolean hasContent() {
            return version >= WITH_CONTENT;
        }

        boolean hasRules() {
            return version >= WITH_RULES;
        }

        boolean hasTasks() {
            return version >= WITH_TASKS;
        }
    }
}
