package dev.synchronizer.persistence;

import dev.synchronizer.persistence.DatabaseProblems.Phase;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskQueue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.sql.DataSource;

/** The tasks of a store, each call on a connection of its own. */
final class JdbcTaskQueue implements TaskQueue {
    private final DataSource dataSource;
    private final Snapshots snapshots;

    JdbcTaskQueue(DataSource dataSource, Snapshots snapshots) {
        this.dataSource = dataSource;
        this.snapshots = snapshots;
    }

    @Override
    public <T> T working(Function<Work, T> work) {
        try (OpenDatabase database = OpenDatabase.open(dataSource)) {
            return database.save(open -> {
                Steps steps = new Steps(open, Phase.WRITING);
                try {
                    return work.apply(new OpenWork(steps));
                } finally {
                    steps.end();
                }
            });
        }
    }

    @Override
    public Optional<StoredTask> task(long id) {
        return snapshots.readTasks(
                Optional.empty(),
                open -> new TaskRows(open).byIds(List.of(id)).stream().findFirst());
    }

    @Override
    public List<StoredDelivery> deliveries(long task) {
        return snapshots.readTasks(List.of(), open -> new DeliveryRows(open).ofTask(task));
    }

    @Override
    public List<StoredDelivery> page(Filter filter, long after, int limit) {
        return snapshots.readTasks(List.of(), open -> new DeliveryRows(open).page(filter, after, limit));
    }

    @Override
    public Optional<Instant> nextDue(String channel) {
        return snapshots.readTasks(Optional.empty(), open -> new DeliveryRows(open).nextDue(channel));
    }

    /** Of two that say the same at once, the second one waits for the first, and fails. */
    @Override
    public boolean addNonce(String sender, String nonce, Instant until) {
        try (OpenDatabase database = OpenDatabase.open(dataSource)) {
            return database.save(open -> {
                try {
                    new Query(
                                    open,
                                    "insert into ct_nonce (sender, nonce, kept_until) values (?, ?, ?)",
                                    sender,
                                    nonce,
                                    Moments.stored(until))
                            .execute();
                    return true;
                } catch (SQLException e) {
                    if (!SqlErrors.isConflict(e)) {
                        throw e;
                    }
                    open.connection().rollback();
                    return false;
                }
            });
        }
    }

    @Override
    public void forgetReceived(Instant nonces, Instant changes) {
        try (OpenDatabase database = OpenDatabase.open(dataSource)) {
            database.save(open ->
                    new Query(open, "delete from ct_nonce where kept_until < ?", Moments.stored(nonces)).execute()
                            + new Query(open, "delete from ct_receipt where received_at < ?", Moments.stored(changes))
                                    .execute());
        }
    }

    @Override
    public int forget(Instant before, int limit) {
        if (!snapshots.readTasks(false, open -> true)) {
            return 0;
        }
        try (OpenDatabase database = OpenDatabase.open(dataSource)) {
            return database.save(open -> {
                DeliveryRows deliveries = new DeliveryRows(open);
                List<Long> tasks = deliveries.ended(before, limit);
                deliveries.delete(tasks, before);
                Set<Long> gone = new TreeSet<>(tasks);
                deliveries.withDeliveries(tasks).forEach(gone::remove);
                new TaskRows(open).delete(gone);
                return tasks.size();
            });
        }
    }

    /** A worker's transaction. */
    private record OpenWork(Steps steps) implements Work {
        private DeliveryRows rows() {
            return new DeliveryRows(steps.database());
        }

        @Override
        public List<StoredDelivery> takeDue(String channel, Instant now, int limit) {
            return steps.get(() -> rows().takeDue(channel, now, limit));
        }

        @Override
        public List<StoredDelivery> waiting(String channel, Collection<Long> keyHashes) {
            return steps.get(() -> rows().waiting(channel, keyHashes)).stream()
                    .sorted(Comparator.comparingLong(StoredDelivery::task))
                    .toList();
        }

        @Override
        public List<Long> carried(String channel, long keyHash, long first, long last) {
            return steps.get(() -> rows().carried(channel, keyHash, first, last));
        }

        @Override
        public void endCarried(StoredDelivery ended) {
            steps.run(() -> rows().endCarried(ended));
        }

        @Override
        public Set<Long> lock(String channel, Collection<Long> tasks) {
            return Set.copyOf(steps.get(() -> rows().lock(channel, tasks)));
        }

        @Override
        public Optional<StoredDelivery> find(long task, String channel) {
            return steps.get(() -> rows().find(task, channel));
        }

        @Override
        public List<StoredTask> tasks(Collection<Long> ids) {
            Map<Long, StoredTask> tasks = new HashMap<>();
            steps.get(() -> new TaskRows(steps.database()).byIds(ids)).forEach(task -> tasks.put(task.id(), task));
            return ids.stream().map(tasks::get).filter(Objects::nonNull).toList();
        }

        @Override
        public void update(Collection<StoredDelivery> deliveries) {
            steps.run(() -> rows().update(deliveries));
        }

        @Override
        public void hasten(String channel, Instant now) {
            steps.run(() -> rows().hasten(channel, now));
        }

        @Override
        public void wake(String channel, Collection<Long> keyHashes, Instant now) {
            steps.run(() -> rows().wake(channel, keyHashes, now));
        }
    }
}
