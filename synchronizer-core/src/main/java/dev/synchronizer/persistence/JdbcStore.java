package dev.synchronizer.persistence;

import dev.synchronizer.model.StoredModel;
import dev.synchronizer.persistence.DatabaseProblems.Phase;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.ChangeWatch;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ContentState;
import dev.synchronizer.store.ContentStore;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.LostValue;
import dev.synchronizer.store.NodeEvents;
import dev.synchronizer.store.RuleRefusal;
import dev.synchronizer.store.RuleRunRecord;
import dev.synchronizer.store.RunRecord;
import dev.synchronizer.store.SaveFailure;
import dev.synchronizer.store.SchemaState;
import dev.synchronizer.store.StartStatus;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.store.SyncTransaction;
import dev.synchronizer.store.TaskQueue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A store in H2, PostgreSQL or MariaDB. Reading is plain JDBC; Hibernate and Liquibase are not even loaded before there
 * is something to write.
 */
public final class JdbcStore implements SyncStore, ContentStore, AutoCloseable {
    private final DataSource dataSource;
    private final StateQuery state = new StateQuery();
    private final Snapshots snapshots;
    private volatile boolean prepared;
    private @Nullable RowSessions sessions;

    public JdbcStore(DataSource dataSource) {
        this.dataSource = dataSource;
        snapshots = new Snapshots(dataSource, state);
    }

    @Override
    public StartStatus status(String startKey) {
        try (OpenDatabase database = OpenDatabase.open(dataSource)) {
            return database.query(open -> StatusQuery.ask(open, startKey));
        }
    }

    @Override
    public StoredModel load() {
        return reading(StoredReads::load);
    }

    @Override
    public <T> T reading(Function<StoredReads, T> reading) {
        return snapshots.reading(reading);
    }

    @Override
    public long changeNumber() {
        try (OpenDatabase database = OpenDatabase.open(dataSource)) {
            return database.query(state::changeNumber);
        }
    }

    @Override
    public Set<String> knownEmptyJars() {
        return snapshots.read(Set.of(), (open, reader) -> open.texts(RememberedStarts.EMPTY_JARS));
    }

    @Override
    public List<ChangeRecord> changes(int limit) {
        return snapshots.read(List.of(), (open, reader) -> new ChangeLog(open).newest(limit));
    }

    @Override
    public List<RunRecord> runs(int limit) {
        return snapshots.read(List.of(), (open, reader) -> history(open, reader).newest(limit));
    }

    @Override
    public List<LostValue> lostValues(long run, int limit) {
        return snapshots.read(
                List.of(), (open, reader) -> reader.hasContent() ? new LossRows(open).ofRun(run, limit) : List.of());
    }

    @Override
    public List<String> lostProperties(long run) {
        return snapshots.read(
                List.of(), (open, reader) -> reader.hasContent() ? new LossRows(open).properties(run) : List.of());
    }

    @Override
    public Optional<RunRecord> run(long id) {
        return snapshots.read(
                Optional.empty(), (open, reader) -> history(open, reader).run(id));
    }

    @Override
    public void eachRunAfter(long run, BeforeRunReader reader) {
        snapshots.read(run, (open, stored) -> {
            if (stored.hasContent()) {
                history(open, stored).eachAfter(run, reader);
            }
            return run;
        });
    }

    @Override
    public List<RuleRunRecord> ruleRuns(String ofStore, int limit) {
        return snapshots.readRules(List.of(), open -> new RuleRunRows(open).newest(ofStore, limit));
    }

    @Override
    public List<RuleRunRecord> unfinishedRuleRuns(String ofStore) {
        return snapshots.readRules(List.of(), open -> new RuleRunRows(open).unfinished(ofStore));
    }

    @Override
    public List<RuleRefusal> ruleRefusals(long run, @Nullable UUID after, int limit) {
        return snapshots.readRules(List.of(), open -> new RuleRefusalRows(open).page(run, after, limit));
    }

    @Override
    public List<SaveFailure> saveFailures(int limit) {
        return snapshots.readRules(List.of(), open -> new SaveFailureRows(open).newest(limit));
    }

    @Override
    public long countSaveFailures() {
        return snapshots.readRules(0L, open -> new SaveFailureRows(open).count());
    }

    @Override
    public void deleteSaveFailures(Collection<Long> ids) {
        snapshots.writeRules(open -> new SaveFailureRows(open).delete(ids));
    }

    @Override
    public TaskQueue tasks() {
        return new JdbcTaskQueue(dataSource, snapshots);
    }

    @Override
    public NodeEvents nodeEvents() {
        return new SavedElsewhere(snapshots);
    }

    private static RunHistory history(OpenDatabase open, StoredReader reader) {
        return new RunHistory(open, reader.hasContent());
    }

    @Override
    public void prepare() {
        try (OpenDatabase database = OpenDatabase.open(dataSource)) {
            SchemaState schema =
                    database.query(open -> StatusQuery.ask(open, "").schema());
            if (schema != SchemaState.CURRENT) {
                database.define(SchemaMaker::make);
            }
            prepared = true;
        }
    }

    @Override
    public <T> T inTransaction(Function<SyncTransaction, T> work) {
        try (OpenDatabase database = OpenDatabase.open(dataSource)) {
            return database.write(open -> {
                LockedTransaction transaction = LockedTransaction.begin(open, this::sessions);
                try {
                    T result = work.apply(transaction);
                    transaction.seal();
                    return result;
                } finally {
                    transaction.end();
                }
            });
        }
    }

    @Override
    public <T> T readingContent(Function<ContentReads, T> reading) {
        return reading(reads -> reading.apply(reads.content()));
    }

    @Override
    public <T> T writingContent(Function<ContentTransaction, T> work) {
        if (!prepared) {
            prepare();
        }
        try (OpenDatabase database = OpenDatabase.open(dataSource)) {
            return database.save(open -> {
                Steps steps = new Steps(open, Phase.WRITING);
                try {
                    return work.apply(new ContentWriter(steps, () -> stateNow(steps), false));
                } finally {
                    steps.end();
                }
            });
        }
    }

    /** The state as it stands within a transaction that others do not wait for. */
    private ContentState stateNow(Steps steps) {
        return steps.get(
                () -> StoredReader.begin(steps.database(), state).orElseThrow().state());
    }

    /**
     * Watches for changes.
     *
     * @param listening whether a connection may be kept, where the product tells those that listen
     */
    public ChangeWatch watch(boolean listening) {
        return listening ? new ListeningWatch(dataSource, state, this) : new PollingWatch(this);
    }

    /**
     * Forgets schedules that have been overdue since then, or whose node has not been heard of since: if any node still knew
     * them, it would have seen to them.
     *
     * @param beginning how the names begin of those that may be forgotten
     * @param known those that stay whatever became of them
     */
    public void forgetSchedules(String beginning, Collection<String> known, Instant since) {
        snapshots.writeRules(open -> new ScheduleRows(open).forget(beginning, known, since));
    }

    private synchronized RowSessions sessions(OpenDatabase open) throws SQLException {
        if (sessions == null) {
            sessions = RowSessions.open(dataSource, open);
        }
        return sessions;
    }

    /** Whether anything was written, and so needed a session factory. */
    synchronized boolean hasSessions() {
        return sessions != null;
    }

    /** Closes what writing needed; the data source stays open. */
    @Override
    public synchronized void close() {
        if (sessions != null) {
            sessions.close();
            sessions = null;
        }
    }
}
