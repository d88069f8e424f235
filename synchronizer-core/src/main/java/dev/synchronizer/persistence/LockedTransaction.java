package dev.synchronizer.persistence;

import dev.synchronizer.model.StoredModel;
import dev.synchronizer.persistence.DatabaseProblems.Phase;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.RowChanges;
import dev.synchronizer.store.RunRecord;
import dev.synchronizer.store.SyncTransaction;
import dev.synchronizer.store.WriteProgress;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;

/** A transaction that holds the state row, which is the store's lock. */
final class LockedTransaction implements SyncTransaction {
    private final OpenDatabase database;
    private final SqlWork<RowSessions> sessions;
    private long revision;
    private long nextId;
    private boolean over;

    private LockedTransaction(OpenDatabase database, SqlWork<RowSessions> sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    /**
     * Waits for the lock.
     *
     * @param sessions is asked only when there are rows to write
     */
    static LockedTransaction begin(OpenDatabase database, SqlWork<RowSessions> sessions) throws SQLException {
        LockedTransaction transaction = new LockedTransaction(database, sessions);
        transaction.lock();
        return transaction;
    }

    private void lock() throws SQLException {
        String sql = "select schema_version, revision, next_id from ct_state where id = 1 for update";
        try (PreparedStatement query = database.connection().prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw database.problems()
                        .problem(ProblemCode.SCHEMA_FOREIGN, "the only row of table ct_state is missing", null);
            }
            Schema.judge(row.getInt("schema_version"), database);
            revision = row.getLong("revision");
            nextId = row.getLong("next_id");
        }
    }

    /** From here on, nothing can be done with it any more. */
    void end() {
        over = true;
    }

    @Override
    public StoredModel load() {
        return step(() -> new StoredModelReader(database).read());
    }

    @Override
    public long reserveIds(int count) {
        return step(() -> {
            long first = nextId;
            nextId += count;
            setState("next_id", nextId);
            return first;
        });
    }

    @Override
    public long write(RowChanges changes, WriteProgress progress) {
        return step(() -> {
            RowWriter.write(sessions.with(database), database, changes, progress);
            revision++;
            setState("revision", revision);
            return revision;
        });
    }

    @Override
    public long record(RunRecord run) {
        return step(() -> new RunHistory(database.connection()).add(run));
    }

    @Override
    public void remember(String startKey, String settledPlan, Collection<String> emptyJars) {
        step(() -> {
            RememberedStarts starts = new RememberedStarts(database);
            starts.replace(startKey, revision, settledPlan);
            starts.addEmptyJars(emptyJars);
            return revision;
        });
    }

    private void setState(String column, long value) throws SQLException {
        String sql = "update ct_state set " + column + " = ? where id = 1";
        try (PreparedStatement update = database.connection().prepareStatement(sql)) {
            update.setLong(1, value);
            update.executeUpdate();
        }
    }

    private <T> T step(Step<T> step) {
        if (over) {
            throw new IllegalStateException("the transaction is over");
        }
        try {
            return step.run();
        } catch (SQLException e) {
            throw database.problems().of(Phase.WRITING, e);
        }
    }

    private interface Step<T> {
        T run() throws SQLException;
    }
}
