package dev.synchronizer.persistence;

import dev.synchronizer.model.StoredModel;
import dev.synchronizer.persistence.DatabaseProblems.Phase;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.ChangeWatch;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ContentStore;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.LostValue;
import dev.synchronizer.store.RunRecord;
import dev.synchronizer.store.SchemaState;
import dev.synchronizer.store.StartStatus;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.store.SyncTransaction;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private volatile boolean prepared;
    private @Nullable RowSessions sessions;

    public JdbcStore(DataSource dataSource) {
        this.dataSource = dataSource;
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
        try (OpenDatabase database = OpenDatabase.open(dataSource)) {
            return database.snapshot(open -> {
                Optional<StoredReader> reader = begin(open);
                return reading.apply(reader.isPresent() ? reader.get() : new NothingStored());
            });
        }
    }

    /** Begins by reading the state, so that a schema of a newer release is refused; nothing where there is none. */
    private Optional<StoredReader> begin(OpenDatabase open) throws SQLException {
        try {
            return StoredReader.begin(open, state);
        } catch (SQLException e) {
            if (!SqlErrors.isOutdatedPlan(e)) {
                state.failed(e);
            }
            open.beginSnapshotAgain();
            return StoredReader.begin(open, state);
        }
    }

    @Override
    public long changeNumber() {
        try (OpenDatabase database = OpenDatabase.open(dataSource)) {
            return database.query(state::changeNumber);
        }
    }

    @Override
    public Set<String> knownEmptyJars() {
        return read(Set.of(), (open, reader) -> open.texts(RememberedStarts.EMPTY_JARS));
    }

    @Override
    public List<ChangeRecord> changes(int limit) {
        return read(List.of(), (open, reader) -> new ChangeLog(open).newest(limit));
    }

    @Override
    public List<RunRecord> runs(int limit) {
        return read(List.of(), (open, reader) -> history(open, reader).newest(limit));
    }

    @Override
    public List<LostValue> lostValues(long run, int limit) {
        return read(
                List.of(), (open, reader) -> reader.hasContent() ? new LossRows(open).ofRun(run, limit) : List.of());
    }

    @Override
    public List<String> lostProperties(long run) {
        return read(List.of(), (open, reader) -> reader.hasContent() ? new LossRows(open).properties(run) : List.of());
    }

    @Override
    public Optional<RunRecord> run(long id) {
        return read(Optional.empty(), (open, reader) -> history(open, reader).run(id));
    }

    @Override
    public void eachRunAfter(long run, BeforeRunReader reader) {
        read(run, (open, stored) -> {
            if (stored.hasContent()) {
                history(open, stored).eachAfter(run, reader);
            }
            return run;
        });
    }

    private static RunHistory history(OpenDatabase open, StoredReader reader) {
        return new RunHistory(open, reader.hasContent());
    }

    /** Reads as of one moment; where there is no complete schema, the answer is {@code nothing}. */
    private <T> T read(T nothing, Reading<T> work) {
        try (OpenDatabase database = OpenDatabase.open(dataSource)) {
            return database.snapshot(open -> {
                Optional<StoredReader> reader = begin(open);
                return reader.isEmpty() ? nothing : orNothing(open, nothing, () -> work.with(open, reader.get()));
            });
        }
    }

    private static <T> T orNothing(OpenDatabase open, T nothing, SqlStep<T> step) throws SQLException {
        try {
            return step.run();
        } catch (SQLException e) {
            // A statement that failed may have ended the transaction's usefulness.
            open.connection().rollback();
            if (!SqlErrors.isOutdatedPlan(e) && StatusQuery.afterFailure(open, e) != SchemaState.CURRENT) {
                return nothing;
            }
            open.beginSnapshotAgain();
            return step.run();
        }
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
                    return work.apply(transaction);
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
                    return work.apply(new ContentWriter(steps, () -> numberNow(steps), false));
                } finally {
                    steps.end();
                }
            });
        }
    }

    /** The number as it stands within a transaction that others do not wait for. */
    private long numberNow(Steps steps) {
        return steps.get(
                () -> StoredReader.begin(steps.database(), state).orElseThrow().changeNumber());
    }

    /**
     * Watches for changes.
     *
     * @param listening whether a connection may be kept, where the product tells those that listen
     */
    public ChangeWatch watch(boolean listening) {
        return listening ? new ListeningWatch(dataSource, state, this) : new PollingWatch(this);
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

    private interface SqlStep<T> {
        T run() throws SQLException;
    }

    private interface Reading<T> {
        T with(OpenDatabase open, StoredReader reader) throws SQLException;
    }
}
