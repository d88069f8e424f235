package dev.synchronizer;

import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.reapplication.RuleRuns;
import dev.synchronizer.schedule.RuleSchedule;
import dev.synchronizer.schedule.RuleScheduler;
import dev.synchronizer.schedule.SchedulerLibrary;
import dev.synchronizer.schedule.SchedulingNode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The schedules of this node, from when it begins to look after them. */
final class NodeSchedules implements AutoCloseable {
    /** Another application of the same store, with schedules of its own, may be down for a while. */
    private static final Duration FORGOTTEN = Duration.ofDays(30);

    private final List<RuleSchedule> schedules;
    private final Duration interval;
    private final @Nullable DataSource dataSource;
    private @Nullable RuleScheduler scheduler;
    private boolean closed;

    /** @throws dev.synchronizer.problem.ProblemsException if there are schedules, and what keeps them is missing */
    NodeSchedules(SynchronizerBuilder builder) {
        schedules = List.copyOf(builder.schedules());
        interval = builder.scheduleInterval();
        dataSource = builder.dataSource;
        if (!schedules.isEmpty()) {
            SchedulerLibrary.require(schedules);
        }
    }

    boolean isEmpty() {
        return schedules.isEmpty();
    }

    /** Begins to look after them, unless it does already; the store is of the same data source. */
    synchronized void start(JdbcStore store, RuleRuns runs, SchedulingNode node) {
        if (closed) {
            throw new IllegalStateException("this synchronizer is closed");
        }
        if (scheduler == null) {
            store.prepare();
            List<String> known = schedules.stream()
                    .map(schedule -> schedule.storedName(node.store()))
                    .toList();
            store.forgetSchedules(
                    node.store() + "/", known, node.clock().instant().minus(FORGOTTEN));
            scheduler = RuleScheduler.start(Objects.requireNonNull(dataSource), interval, schedules, runs, node);
        }
    }

    /** Ends it, until it is started again. */
    void stop() {
        RuleScheduler started;
        synchronized (this) {
            started = scheduler;
            scheduler = null;
        }
        if (started != null) {
            started.close();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        stop();
    }
}
