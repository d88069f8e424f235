package dev.synchronizer.persistence;

import dev.synchronizer.model.ExecutedStep;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.persistence.DatabaseProblems.Phase;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.ContentState;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.LostValue;
import dev.synchronizer.store.RowChanges;
import dev.synchronizer.store.RunRecord;
import dev.synchronizer.store.StoredChannel;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.StoredRule;
import dev.synchronizer.store.SyncTransaction;
import dev.synchronizer.store.WriteProgress;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A transaction that holds the state row, which is the store's lock. */
final class LockedTransaction implements SyncTransaction {
    private final OpenDatabase database;
    private final SqlWork<RowSessions> sessions;
    private final Steps steps;
    private final TypeSealing sealing;
    private long revision;
    private long nextId;
    private long changeNumber;
    private @Nullable Instant remoteUntil;

    private LockedTransaction(OpenDatabase database, SqlWork<RowSessions> sessions) {
        this.database = database;
        this.sessions = sessions;
        steps = new Steps(database, Phase.WRITING);
        sealing = new TypeSealing(database);
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
        String sql = "select schema_version, revision, next_id, change_number, " + StateQuery.REMOTE_UNTIL
                + " from ct_state where id = 1 for update";
        try (PreparedStatement query = database.connection().prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw database.problems()
                        .problem(ProblemCode.SCHEMA_FOREIGN, "the only row of table ct_state is missing", null);
            }
            Schema.judge(row.getInt("schema_version"), database);
            revision = row.getLong("revision");
            nextId = row.getLong("next_id");
            changeNumber = row.getLong("change_number");
            remoteUntil = Moments.read(row, "remote_until", database.product());
        }
    }

    /** Seals the types that were written to, as the last thing that is done. */
    void seal() {
        steps.run(sealing::seal);
    }

    /** From here on, nothing can be done with it any more. */
    void end() {
        steps.end();
    }

    @Override
    public long changeNumber() {
        return changeNumber;
    }

    @Override
    public StoredModel load() {
        return reads().load();
    }

    @Override
    public Optional<StoredType> type(String name) {
        return reads().type(name);
    }

    @Override
    public List<SettingOverride> overrides(long typeId) {
        return reads().overrides(typeId);
    }

    @Override
    public Optional<StoredModule> module(String name) {
        return reads().module(name);
    }

    @Override
    public Map<String, Optional<String>> moduleVersions() {
        return reads().moduleVersions();
    }

    @Override
    public ContentTransaction content() {
        return new ContentWriter(steps, () -> new ContentState(changeNumber, remoteUntil), true);
    }

    @Override
    public void lockTypes(Collection<Long> types) {
        steps.run(() -> new TypeLocks(database).lock(types));
    }

    @Override
    public void recordStep(ExecutedStep step) {
        steps.run(() -> new StepRows(database).add(step));
    }

    @Override
    public void recordLost(long run, Collection<LostValue> values) {
        steps.run(() -> new LossRows(database).add(run, values));
    }

    @Override
    public List<ChangeRecord> changesAfter(long number, int limit) {
        return reads().changesAfter(number, limit);
    }

    private StoredReads reads() {
        return steps.get(() -> StoredReader.begin(database, new StateQuery()).orElseThrow());
    }

    @Override
    public void saveOverrides(Collection<SettingOverride> overrides) {
        steps.run(() -> {
            sealing.writing(overrides);
            new OverrideRows(database).save(overrides);
        });
    }

    @Override
    public void deleteOverrides(Collection<SettingOverride> overrides) {
        steps.run(() -> {
            sealing.writing(overrides);
            new OverrideRows(database).delete(overrides);
        });
    }

    @Override
    public List<StoredRule> rules() {
        return reads().rules();
    }

    @Override
    public void saveRule(StoredRule rule) {
        steps.run(() -> new RuleRows(database).save(rule));
    }

    @Override
    public boolean deleteRule(String name) {
        return steps.get(() -> new RuleRows(database).delete(name));
    }

    @Override
    public List<StoredChannel> channels() {
        return reads().channels();
    }

    @Override
    public void saveChannel(StoredChannel channel) {
        steps.run(() -> new ChannelRows(database).save(channel));
    }

    @Override
    public boolean deleteChannel(StoredChannel.Kind kind, String name) {
        return steps.get(() -> new ChannelRows(database).delete(kind, name));
    }

    @Override
    public String requireSelf() {
        return steps.get(() -> new ChannelRows(database).requireSelf());
    }

    @Override
    public Map<Long, Long> typeChecksums() {
        return reads().typeChecksums();
    }

    @Override
    public void saveTypeChecksums(Map<Long, Long> checksums) {
        steps.run(() -> new TypeChecksums(database).save(checksums));
    }

    @Override
    public long log(List<ChangeRecord> changes) {
        return steps.get(() -> {
            new ChangeLog(database).add(changeNumber + 1, changes);
            changeNumber += changes.size();
            setState("change_number", changeNumber);
            if (database.product() == Database.POSTGRESQL) {
                Notifications.send(database.connection());
            }
            return changeNumber;
        });
    }

    @Override
    public long reserveIds(int count) {
        return steps.get(() -> {
            long first = nextId;
            nextId += count;
            setState("next_id", nextId);
            return first;
        });
    }

    @Override
    public long write(RowChanges changes, WriteProgress progress) {
        return steps.get(() -> {
            sealing.writing(changes);
            RowWriter.write(sessions.with(database), database, changes, progress);
            revision++;
            setState("revision", revision);
            return revision;
        });
    }

    @Override
    public long nextRun() {
        return steps.get(() -> new RunHistory(database, true).nextId());
    }

    @Override
    public long record(RunRecord run) {
        return steps.get(() -> new RunHistory(database, true).add(run));
    }

    @Override
    public void remember(String startKey, String settledPlan, Collection<String> emptyJars) {
        steps.run(() -> {
            RememberedStarts starts = new RememberedStarts(database);
            starts.replace(startKey, revision, settledPlan);
            starts.addEmptyJars(emptyJars);
        });
    }

    @Override
    public void forgetStarts() {
        steps.run(() -> new RememberedStarts(database).forget());
    }

    private void setState(String column, long value) throws SQLException {
        String sql = "update ct_state set " + column + " = ? where id = 1";
        try (PreparedStatement update = database.connection().prepareStatement(sql)) {
            update.setLong(1, value);
            update.executeUpdate();
        }
    }
}
