package dev.synchronizer.persistence;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the three products' error codes mean. */
final class SqlErrors {
    // 42P01, 42703: PostgreSQL. 42S02, 42S04, 42S22: the others. 3D000: MariaDB, without a database in the URL.
    private static final Set<String> MISSING = Set.of("42P01", "42703", "42S02", "42S04", "42S22", "3D000");

    // PostgreSQL shuts down, or was told to end the session.
    private static final Set<String> LOST = Set.of("57P01", "57P02", "57P03", "57P05", "25P03", "25P04");

    // 90007, 90067, 90098, 90121: H2 has closed the connection or the database. 1927, 1053: so has MariaDB.
    private static final Set<Integer> LOST_CODES = Set.of(90007, 90067, 90098, 90121, 1927, 1053);

    // 42501: PostgreSQL's missing privilege. 25006: a read-only transaction, or a standby server.
    private static final Set<String> READ_ONLY = Set.of("42501", "25006");

    // 90096, 90097, 90040: H2. 1044, 1142, 1143, 1227, 1290, 1792, 1836: MariaDB's privileges and read-only modes.
    private static final Set<Integer> READ_ONLY_CODES =
            Set.of(90096, 90097, 90040, 1044, 1142, 1143, 1227, 1290, 1792, 1836);

    // A table, a column, an index, a row; 90045: a constraint, in H2.
    private static final Set<String> CONFLICT = Set.of("42S01", "42S21", "42S11", "23505", "90045");

    // 57014, 55P03: limits of PostgreSQL and H2. 40001, 40P01: serialization and deadlock, in all. HYT00: H2's wait
    // for a lock.
    private static final Set<String> TIMEOUT = Set.of("57014", "55P03", "40001", "40P01", "HYT00");

    /** What databases say where a transaction has to be begun again. */
    static final String GAVE_WAY = "40001";

    // Serialization and deadlock, in all.
    private static final Set<String> DEADLOCK = Set.of(GAVE_WAY, "40P01");

    // MariaDB's limits of waiting and running.
    private static final Set<Integer> TIMEOUT_CODES = Set.of(1205, 1969, 3024);

    /** H2: something failed within. That happens where two sessions alter one table at once. */
    private static final int FAULT = 50000;

    /** MariaDB: a row with the same key is already there. */
    private static final int DUPLICATE = 1062;

    /** H2: another process has the file open. */
    private static final int BUSY = 90020;

    /** PostgreSQL: "cached plan must not change result type", which the statement gets over when it is sent again. */
    private static final String OUTDATED_PLAN = "0A000";

    private SqlErrors() {}

    /** Whether a table or a column does not exist. */
    static boolean isMissing(Throwable thrown) {
        return any(thrown, e -> MISSING.contains(state(e)));
    }

    /** Whether a statement that PostgreSQL keeps prepared was planned for a table that has got other columns since. */
    static boolean isOutdatedPlan(Throwable thrown) {
        return any(thrown, e -> OUTDATED_PLAN.equals(state(e)));
    }

    /** Whether the connection is gone. */
    static boolean isLost(Throwable thrown) {
        return any(
                thrown,
                e -> e instanceof SQLNonTransientConnectionException
                        || e instanceof SQLRecoverableException
                        || state(e).startsWith("08")
                        || LOST.contains(state(e))
                        || LOST_CODES.contains(e.getErrorCode()));
    }

    /** Whether this user, or anybody at present, may not write. */
    static boolean isReadOnly(Throwable thrown) {
        return any(thrown, e -> READ_ONLY.contains(state(e)) || READ_ONLY_CODES.contains(e.getErrorCode()));
    }

    /** Whether H2 failed within, rather than refused. */
    static boolean isFault(Throwable thrown) {
        return any(thrown, e -> e.getErrorCode() == FAULT);
    }

    /** Whether a table, a column, an index or a row is already there, for somebody else was quicker. */
    static boolean isConflict(Throwable thrown) {
        return any(thrown, e -> CONFLICT.contains(state(e)));
    }

    /** Whether a row with the same key is already there. */
    static boolean isDuplicate(Throwable thrown) {
        return any(thrown, e -> "23505".equals(state(e)) || e.getErrorCode() == DUPLICATE);
    }

    /** Whether a limit was reached, or somebody had to give way. */
    static boolean isTimeout(Throwable thrown) {
        return any(thrown, e -> TIMEOUT.contains(state(e)) || TIMEOUT_CODES.contains(e.getErrorCode()));
    }

    /** Whether the transaction is rolled back, for it and others waited for each other. */
    static boolean isDeadlock(Throwable thrown) {
        return any(thrown, e -> DEADLOCK.contains(state(e)));
    }

    /** Whether an embedded database is open in another process. */
    static boolean isBusy(Throwable thrown) {
        return any(thrown, e -> e.getErrorCode() == BUSY);
    }

    /** The innermost cause that a driver reported, or the innermost of all where no driver did. */
    static Throwable deepest(Throwable thrown) {
        List<Throwable> chain = chain(thrown);
        Throwable deepest = chain.get(chain.size() - 1);
        for (Throwable each : chain) {
            deepest = each instanceof SQLException ? each : deepest;
        }
        return deepest;
    }

    private static boolean any(Throwable thrown, Predicate<SQLException> test) {
        return chain(thrown).stream().anyMatch(each -> each instanceof SQLException e && test.test(e));
    }

    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = thrown; each != null && !chain.contains(each); each = next(each)) {
            chain.add(each);
        }
        return chain;
    }

    private static @Nullable Throwable next(Throwable thrown) {
        // The failing statement of a batch stands beside the batch's own exception, not beneath it.
        boolean batch = thrown instanceof SQLException e && e.getNextException() != null && e.getCause() == null;
        return batch ? ((SQLException) thrown).getNextException() : thrown.getCause();
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }
}
