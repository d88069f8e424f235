package dev.synchronizer;

import dev.synchronizer.commit.Commit;
import dev.synchronizer.commit.Committer;
import dev.synchronizer.commit.Planning;
import dev.synchronizer.commit.StartMemory;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.migration.MigrationSteps;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.Usage;
import dev.synchronizer.plan.PlanFile;
import dev.synchronizer.plan.Planner;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.scan.ScannedModels;
import dev.synchronizer.validate.Validation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The runs of a synchronizer, from what is read to what is reported. */
final class Runs {
    private final CodeReading code;
    private final StoredComparison comparison;
    private final Policy policy;
    private final String actor;
    private final boolean forceScan;
    private final Clock clock;
    private final Progress progress;
    private final Consumer<SyncPlan> approval;
    private final NodeCatalog catalog;
    private final StepClasses stepClasses;
    private final @Nullable NodeSaving saving;

    Runs(
            SynchronizerBuilder builder,
            CodeReading code,
            StoredComparison comparison,
            NodeCatalog catalog,
            StepClasses stepClasses,
            @Nullable NodeSaving saving) {
        this.code = code;
        this.comparison = comparison;
        this.catalog = catalog;
        this.stepClasses = stepClasses;
        this.saving = saving;
        policy = builder.policyOfScanned();
        actor = builder.actor;
        forceScan = builder.forceScan;
        clock = builder.clock;
        progress = builder.progress;
        approval = builder.approval;
    }

    SyncReport synchronize(Policy wanted, boolean mayCommit, String who) {
        Instant start = clock.instant();
        String startKey = code.startKey();
        if (mayCommit && !forceScan && wanted.isStandard()) {
            SyncPlan settled = comparison.settledPlan(startKey);
            if (settled != null) {
                catalog.knows(settled);
                return report(start, settled, false);
            }
        }
        ScannedModels scanned = code.scan();
        Validation validation = CodeReading.validate(scanned);
        StoredModel stored = comparison.loadStored();
        ModelDiff diff = comparison.diff(stored, scanned.model(), wanted);
        Usage usage = comparison.count(diff);
        SyncPlan plan = Planner.plan(diff, wanted, usage, validation, start);
        catalog.knows(plan);
        refuseIfHarmful(plan);
        approval.accept(plan);
        if (!mayCommit || !plan.hasWork()) {
            return report(start, mayCommit ? plan : withStepsCounted(plan, stored), !mayCommit);
        }
        StartMemory memory =
                new StartMemory(wanted.isStandard() ? code.ifStillTrue(startKey) : "", scanned.emptyJars());
        return commit(start, committer(who), memory, (now, content) -> {
            ModelDiff again = comparison.diff(now, scanned.model(), wanted);
            return Planner.plan(again, wanted, comparison.count(again, content), validation, start);
        });
    }

    Analysis analyze() {
        Instant now = clock.instant();
        ScannedModels scanned = code.scan();
        Validation validation = CodeReading.validate(scanned);
        StoredModel stored = comparison.loadStored();
        ModelDiff diff = comparison.diff(stored, scanned.model(), policy);
        Usage usage = comparison.count(diff);
        SyncPlan plan = Planner.plan(diff, policy, usage, validation, now);
        return new Analysis(withStepsCounted(plan, stored), scanned.model(), policy, now);
    }

    SyncReport apply(PlanFile file) {
        Instant start = clock.instant();
        SyncPlan plan = refuseIfHarmful(analyze(file));
        return plan.hasWork()
                ? commit(
                        start,
                        committer(actor),
                        StartMemory.NONE,
                        new FilePlanning(file, policy.runSteps(), comparison))
                : report(start, plan, false);
    }

    SyncPlan analyze(PlanFile file) {
        StoredModel stored = comparison.loadStored();
        SyncPlan plan = new FilePlanning(file, policy.runSteps(), comparison).plan(stored);
        return withStepsCounted(plan, stored);
    }

    SyncPlan planUndo(long run) {
        StoredModel stored = comparison.loadStored();
        return undoing(run, stored).plan(stored);
    }

    SyncReport undo(long run) {
        Instant start = clock.instant();
        StoredModel stored = comparison.loadStored();
        UndoPlanning undoing = undoing(run, stored);
        SyncPlan plan = refuseIfHarmful(undoing.plan(stored));
        approval.accept(plan);
        return plan.hasWork()
                ? commit(start, committer(actor).undoing(undoing.undone()), StartMemory.NONE, undoing)
                : report(start, plan, false);
    }

    private UndoPlanning undoing(long run, StoredModel stored) {
        return UndoPlanning.of(run, comparison.store(), stored, policy.allowLossy(), comparison, clock.instant());
    }

    private SyncPlan withStepsCounted(SyncPlan plan, StoredModel stored) {
        return comparison.withStepsCounted(plan, stored, steps(actor));
    }

    private MigrationSteps steps(String who) {
        return new MigrationSteps(stepClasses.loader(), who, clock, progress::worked);
    }

    private static SyncPlan refuseIfHarmful(SyncPlan plan) {
        if (!plan.refusals().isEmpty()) {
            throw new SyncRefusedException(plan);
        }
        return plan;
    }

    private Committer committer(String who) {
        Consumer<SyncPlan> approved = plan -> approval.accept(refuseIfHarmful(plan));
        return new Committer(
                        saving().units(), saving().path(), who, clock, approved, progress::written, progress::worked)
                .running(steps(who));
    }

    private NodeSaving saving() {
        if (saving == null) {
            throw new IllegalStateException("a synchronizer without a data source has no store");
        }
        return saving;
    }

    private SyncReport commit(Instant start, Committer committer, StartMemory memory, Planning planning) {
        progress.begins(Progress.Stage.COMMIT);
        comparison.store().prepare();
        Commit commit = committer.commit(start, memory, planning);
        if (commit.run().isPresent()) {
            catalog.committed();
        }
        SyncPlan done = refuseIfHarmful(commit.plan());
        return report(start, done, false, commit.run());
    }

    private SyncReport report(Instant start, SyncPlan plan, boolean dryRun) {
        return report(start, plan, dryRun, OptionalLong.empty());
    }

    private SyncReport report(Instant start, SyncPlan plan, boolean dryRun, OptionalLong run) {
        Duration duration = Duration.between(start, clock.instant());
        return RunLog.told(new SyncReport(plan, dryRun, run.isPresent(), run, duration));
    }
}
