package dev.synchronizer.spring;

import dev.synchronizer.SyncReport;
import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.plan.ModulePlan;
import dev.synchronizer.plan.StepPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import dev.synchronizer.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How the application's content types stand, as of its last run.
 *
 * @param status all in one word
 * @param finishedAt when that run ended
 * @param duration how long it took
 * @param run the number under which it is recorded, where it wrote anything
 * @param counts how many types stand how; null where the run ended before they were compared
 * @param unsettled types that wait for a commit or a decision, sorted by name
 * @param steps migration steps that wait for a commit or for somebody to allow them, in the order in which they run
 * @param modules the modules, sorted by name
 * @param problems what is wrong or worth knowing
 */
public record SynchronizationState(
        SynchronizationStatus status,
        Instant finishedAt,
        Duration duration,
        OptionalLong run,
        @Nullable TypeCounts counts,
        List<TypePlan> unsettled,
        List<StepPlan> steps,
        List<ModulePlan> modules,
        Problems problems) {

    public SynchronizationState {
        unsettled = List.copyOf(unsettled);
        steps = List.copyOf(steps);
        modules = List.copyOf(modules);
        problems = OptionsAsProperties.in(problems);
    }

    /** After a run that ended well. */
    static SynchronizationState of(SyncReport report, Instant finishedAt) {
        SyncPlan plan = report.plan();
        if (!report.committed()) {
            return planned(plan, finishedAt, report.duration());
        }
        SyncPlan settled = plan.settled(plan.revision());
        TypeCounts counts = TypeCounts.after(plan);
        return new SynchronizationState(
                status(counts, false, settled.modules()),
                finishedAt,
                report.duration(),
                report.run(),
                counts,
                List.of(),
                List.of(),
                settled.modules(),
                settled.problems());
    }

    /** After a plan that was not carried out. */
    static SynchronizationState planned(SyncPlan plan, Instant finishedAt, Duration duration) {
        TypeCounts counts = TypeCounts.before(plan);
        List<TypePlan> unsettled = plan.types().stream()
                .filter(type -> TypeCounts.isPending(type) || type.state() == ChangeState.CONFLICT)
                .toList();
        List<StepPlan> steps = plan.steps().stream()
                .filter(step -> step.state() == StepPlan.State.RUN)
                .toList();
        SynchronizationStatus status = plan.refusals().isEmpty() || counts.conflict() > 0
                ? status(counts, !steps.isEmpty(), plan.modules())
                : SynchronizationStatus.FAILED;
        return new SynchronizationState(
                status,
                finishedAt,
                duration,
                OptionalLong.empty(),
                counts,
                unsettled,
                steps,
                plan.modules(),
                plan.problems());
    }

    /** After a run that ended before anything was compared. */
    static SynchronizationState failed(Problems problems, Instant finishedAt, Duration duration) {
        return new SynchronizationState(
                SynchronizationStatus.FAILED,
                finishedAt,
                duration,
                OptionalLong.empty(),
                null,
                List.of(),
                List.of(),
                List.of(),
                problems);
    }

    /** This state, as of the run that brought it about. */
    SynchronizationState after(SyncReport report) {
        return new SynchronizationState(
                status, finishedAt, report.duration(), report.run(), counts, unsettled, steps, modules, problems);
    }

    private static SynchronizationStatus status(TypeCounts counts, boolean stepsWait, List<ModulePlan> modules) {
        if (counts.conflict() > 0) {
            return SynchronizationStatus.CONFLICT;
        }
        if (counts.pending() > 0 || stepsWait) {
            return SynchronizationStatus.PENDING;
        }
        boolean gated = counts.gated() > 0 || modules.stream().anyMatch(module -> module.state() == ModuleState.GATED);
        return gated ? SynchronizationStatus.GATED : SynchronizationStatus.IN_SYNC;
    }
}
