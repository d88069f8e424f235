package dev.synchronizer.persistence;

import dev.synchronizer.model.StoredModel;
import dev.synchronizer.store.RunRecord;
import dev.synchronizer.store.StartStatus;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.store.SyncTransaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/** A store in H2, PostgreSQL or MariaDB. */
public final class JdbcStore implements SyncStore, AutoCloseable {
    private final DataSource dataSource;

    public JdbcStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public StartStatus status(String startKey) {
        throw new IllegalStateException("under construction" + dataSource);
    }

    @Override
    public StoredModel load() {
        throw new IllegalStateException("under construction");
    }

    @Override
    public Set<String> knownEmptyJars() {
        throw new IllegalStateException("under construction");
    }

    @Override
    public void prepare() {
        throw new IllegalStateException("under construction");
    }

    @Override
    public <T> T inTransaction(Function<SyncTransaction, T> work) {
        throw new IllegalStateException("under construction");
    }

    @Override
    public List<RunRecord> runs(int limit) {
        throw new IllegalStateException("under construction");
    }

    @Override
    public Optional<RunRecord> run(long id) {
        throw new IllegalStateException("under construction");
    }

    @Override
    public void close() {
        // nothing is open yet
    }
}
