package dev.synchronizer.persistence;

import dev.synchronizer.persistence.DatabaseProblems.Phase;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.GaveWayException;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskQueue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tasks of a store, each call on a connection of its own. */
final class JdbcTaskQueue implements TaskQueue {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcTaskQueue.class);

    /** So often it is begun where it has to give way to others. */
    private static final int ATTEMPTS = 5;

    private final DataSource dataSource;
    private final Snapshots snapshots;

    JdbcTaskQueue(DataSource dataSource, Snapshots snapshots) {
        this.dataSource = dataSource;
        this.snapshots = snapshots;
    }

    @Override
    public <T> T working(Function<Work, T> work) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return once(work);
            } catch (GaveWayException e) {
                LOG.debug("Work on tasks gives way to others, and begins again", e);
            }
        }
        return once(work);
    }

    private <T> T once(Function<Work, T> work) {
        try (OpenDatabase database = OpenDatabase.open(dataSource)) {
            return database.save(open -> {
                Steps steps = new Steps(open, Phase.WRITING);
                try {
                    return work.apply(new TaskWork(steps));
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
    public boolean isParked(String channel) {
        return snapshots.readTasks(false, open -> new DeliveryRows(open).isParked(channel));
    }

    @Override
    public boolean hasReceived(String connector, String foreignId) {
        return snapshots.readTasks(false, open -> new IncomingRows(open).has(connector, foreignId));
    }

    @Override
    public OptionalLong receive(String connector, StoredTask task, boolean toBeDone) {
        String foreignId = Objects.requireNonNull(task.foreignId());
        try (OpenDatabase database = OpenDatabase.open(dataSource)) {
            return database.save(open -> new IncomingRows(open).add(connector, foreignId, task, toBeDone));
        } catch (ProblemsException e) {
            // Somebody else may have taken in the same at the same moment.
            if (hasReceived(connector, foreignId)) {
                return OptionalLong.empty();
            }
            throw e;
        }
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
        if (!snapshots.readTasks(false, open -> true)) {
            return;
        }
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
                EndedDeliveries deliveries = new EndedDeliveries(open);
                List<Long> tasks = deliveries.tasks(before, limit);
                deliveries.delete(tasks, before);
                Set<Long> gone = new TreeSet<>(tasks);
                deliveries.withDeliveries(tasks).forEach(gone::remove);
                new TaskRows(open).delete(gone);
                return tasks.size();
            });
        }
    }
}
