package dev.synchronizer.schedule;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.reapplication.RuleRunOptions;
import dev.synchronizer.reapplication.RuleRunReport;
import dev.synchronizer.reapplication.RuleRuns;
import dev.synchronizer.schedule.RuleSchedule.Daily;
import dev.synchronizer.schedule.RuleSchedule.Every;
import dev.synchronizer.schedule.RuleSchedule.Timing;
import dev.synchronizer.store.SaveFailure;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies the rules of a schedule whenever it is due; where that fails, again at its next time. */
final class ScheduledRun extends RecurringTask<Void> {
    private static final Logger LOG = LoggerFactory.getLogger(RuleSchedule.class);

    private static final CompletionHandler<Void> AGAIN_AT_ONCE =
            (ended, operations) -> operations.reschedule(ended, ended.getTimeDone());

    private final RuleSchedule schedule;
    private final RuleRuns runs;
    private final SchedulingNode node;

    ScheduledRun(RuleSchedule schedule, RuleRuns runs, SchedulingNode node) {
        super(schedule.storedName(node.store()), times(schedule.timing()), Void.class);
        this.schedule = schedule;
        this.runs = runs;
        this.node = node;
    }

    private static Schedule times(Timing timing) {
        if (timing instanceof Daily daily) {
            return Schedules.daily(daily.zone(), daily.time());
        }
        return FixedDelay.of(((Every) timing).pause());
    }

    /** Whoever finds that it fell silent can have it at once, by the clock of this node and not by the machine's. */
    @Override
    public DeadExecutionHandler<Void> getDeadExecutionHandler() {
        return (dead, operations) -> {
            LOG.info("The schedule {} is gone on with, as its node has fallen silent", schedule.name());
            // Its death is no failure: the next one would be taken for one of several in a row, and not be told of.
            operations.reschedule(
                    ExecutionComplete.success(dead.getExecution(), dead.getTimeDone(), dead.getTimeDone()),
                    dead.getTimeDone());
        };
    }

    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        try {
            return super.execute(instance, context);
        } catch (Stopped e) {
            LOG.info("The schedule {} is left to other nodes, or to the next start", schedule.name());
            return AGAIN_AT_ONCE;
        } catch (Throwable e) {
            if (isEndedByOthers(e)) {
                LOG.info("The schedule {} has its rules applied once more, for {}", schedule.name(), e.getMessage());
                return AGAIN_AT_ONCE;
            }
            LOG.warn("The schedule {} failed: {}", schedule.name(), e.getMessage(), e);
            record(context, e);
            throw e;
        }
    }

    /** Somebody has changed its rules or has begun it anew, so that nothing is left of what was to be done. */
    private static boolean isEndedByOthers(Throwable failure) {
        return failure instanceof ProblemsException problems
                && problems.problems().stream().anyMatch(problem -> problem.code() == ProblemCode.RULE_RUN_ENDED);
    }

    @Override
    public void executeRecurringly(TaskInstance<Void> instance, ExecutionContext context) {
        RuleRunOptions options = schedule.options();
        RuleRunReport report = runs.apply(actor(), schedule.selection(), options.progress((looked, changed, total) -> {
            options.progress().done(looked, changed, total);
            stopIfClosing(context, looked, total);
        }));
        LOG.info(
                "The schedule {} applied its rules to {} items: {} changed, {} refused",
                schedule.name(),
                report.looked(),
                report.changed(),
                report.refused());
    }

    private String actor() {
        return "schedule " + schedule.name();
    }

    /** Between two batches, nothing is half done. */
    private static void stopIfClosing(ExecutionContext context, long looked, long total) {
        if (looked < total && context.getSchedulerState().isShuttingDown()) {
            throw new Stopped();
        }
    }

    /** Of those that fail one after the other, the first one alone, be they many. */
    private void record(ExecutionContext context, Throwable failure) {
        if (context.getExecution().consecutiveFailures > 0) {
            return;
        }
        SaveFailure recorded = new SaveFailure(
                0,
                node.clock().instant().truncatedTo(ChronoUnit.MICROS),
                actor(),
                "RULES",
                "rules",
                null,
                null,
                "APPLY",
                Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
        try {
            node.failures().record(recorded);
        } catch (RuntimeException e) {
            LOG.warn("That the schedule {} failed could not be recorded: {}", schedule.name(), e.getMessage(), e);
        }
    }

    /** The node is closing. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("the node is closing", null, false, false);
        }
    }
}
