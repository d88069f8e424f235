package dev.synchronizer.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import dev.synchronizer.reapplication.RuleRuns;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * Looks after the schedules on one node, on threads of its own: of all nodes of a store, the one that first finds a
 * schedule due applies its rules, and says meanwhile that it lives. Where it does not say so any more, another one goes on.
 */
public final class RuleScheduler implements AutoCloseable {
    /** After so many intervals without a word, a node counts as dead. */
    private static final int MISSED = 6;

    private static final String TABLE = "ct_schedule";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration NEVER = Duration.ofDays(36_500);

    private final Scheduler scheduler;

    private RuleScheduler(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Begins to look after them. The library that keeps them is there, and so is its table.
     *
     * @param dataSource of the database in which the rules are kept, too
     * @param interval how often it looks whether one is due; where one is under way, it says as often that it lives
     */
    public static RuleScheduler start(
            DataSource dataSource,
            Duration interval,
            List<RuleSchedule> schedules,
            RuleRuns runs,
            SchedulingNode node) {
        Scheduler scheduler = scheduler(
                dataSource,
                interval,
                schedules.stream()
                        .map(schedule -> new ScheduledRun(schedule, runs, node))
                        .toList(),
                node);
        scheduler.start();
        return new RuleScheduler(scheduler);
    }

    private static Scheduler scheduler(
            DataSource dataSource, Duration interval, List<ScheduledRun> tasks, SchedulingNode node) {
        Waiter pause = new Waiter(interval);
        PlainRows rows = new PlainRows();
        return pausing(dataSource, pause)
                .startTasks(tasks)
                .tableName(TABLE)
                .jdbcCustomization(rows)
                .serializer(rows)
                .commitWhenAutocommitDisabled(true)
                .schedulerName(new SchedulerName.Fixed(node.name()))
                .clock(node.clock()::instant)
                .heartbeatInterval(interval)
                .missedHeartbeatsLimit(MISSED)
                // It would take away what is unknown here, be it well known to nodes of another application.
                .deleteUnresolvedAfter(NEVER)
                .threads(1)
                .executorService(CalmThreads.one(() -> {}))
                .dueExecutor(CalmThreads.one(pause::wakeOrSkipNextWait))
                .housekeeperExecutor(CalmThreads.oneAtIntervals())
                .shutdownMaxWait(PATIENCE)
                // Whatever fails is logged here in plain words.
                .failureLogging(LogLevel.OFF, false)
                .build();
    }

    /** The clock says what is due, and not how long it is waited before it is asked again. */
    private static SchedulerBuilder pausing(DataSource dataSource, Waiter pause) {
        return new SchedulerBuilder(dataSource, List.of()) {
            @Override
            protected Waiter buildWaiter() {
                return pause;
            }
        };
    }

    /** Ends it: what is under way ends with its batch, and is left to other nodes; that is waited for half a minute. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
