package dev.synchronizer;

import dev.synchronizer.commit.Commit;
import dev.synchronizer.commit.Committer;
import dev.synchronizer.commit.ModelSaves;
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
import dev.synchronizer.saving.SaveWay;
import dev.synchronizer.scan.ScannedModels;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.StoredRule;
import dev.synchronizer.validate.Validation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
    private final @Nullable SaveWay saving;
    private final NodeCatalog catalog;
    private final NodeRules rules;
    private final StepClasses stepClasses;

    Runs(
            SynchronizerBuilder builder,
            CodeReading code,
            StoredComparison comparison,
            @Nullable SaveWay saving,
            NodeCatalog catalog,
            NodeRules rules,
            StepClasses stepClasses) {
        this.code = code;
        this.comparison = comparison;
        this.saving = saving;
        this.catalog = catalog;
        this.rules = rules;
        this.stepClasses = stepClasses;
        policy = builder.policyOfScanned();
        actor = builder.actor;
        forceScan = builder.forceScan;
        clock = builder.clock;
        progress = builder.progress;
        approval = builder.approval;
    }

    SyncReport synchronize(Policy wanted, boolean mayCommit, String who) {
        requireNoUnit();
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
        SyncPlan plan = asked(Planner.plan(diff, wanted, usage, validation, start), stored, who);
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
        requireNoUnit();
        Instant now = clock.instant();
        ScannedModels scanned = code.scan();
        Validation validation = CodeReading.validate(scanned);
        StoredModel stored = comparison.loadStored();
        ModelDiff diff = comparison.diff(stored, scanned.model(), policy);
        Usage usage = comparison.count(diff);
        SyncPlan plan = asked(Planner.plan(diff, policy, usage, validation, now), stored, actor);
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
        requireNoUnit();
        StoredModel stored = comparison.loadStored();
        SyncPlan plan = asked(new FilePlanning(file, policy.runSteps(), comparison).plan(stored), stored, actor);
        return withStepsCounted(plan, stored);
    }

    SyncPlan planUndo(long run) {
        requireNoUnit();
        StoredModel stored = comparison.loadStored();
        return asked(undoing(run, stored).plan(stored), stored, actor);
    }

    SyncReport undo(long run) {
        requireNoUnit();
        Instant start = clock.instant();
        StoredModel stored = comparison.loadStored();
        UndoPlanning undoing = undoing(run, stored);
        SyncPlan plan = refuseIfHarmful(asked(undoing.plan(stored), stored, actor));
        approval.accept(plan);
        return plan.hasWork()
                ? commit(start, committer(actor).undoing(undoing.undone()), StartMemory.NONE, undoing)
                : report(start, plan, false);
    }

    private void requireNoUnit() {
        if (saving != null) {
            saving.units().requireNone("a run");
        }
    }

    /** Nothing is committed without a store, so that nobody has to be asked. */
    private SyncPlan asked(SyncPlan plan, StoredModel stored, String who) {
        return saving == null
                ? plan
                : new ModelSaves(saving, who).asked(rules.foretold(plan, stored, storedRules(plan)));
    }

    private List<StoredRule> storedRules(SyncPlan plan) {
        return plan.isPending() ? comparison.store().reading(StoredReads::rules) : List.of();
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
        return new Committer(comparison.store(), who, clock, approved, progress::written, progress::worked)
                .through(Objects.requireNonNull(saving), catalog::committed)
                .running(steps(who));
    }

    private SyncReport commit(Instant start, Committer committer, StartMemory memory, Planning planning) {
        progress.begins(Progress.Stage.COMMIT);
        comparison.store().prepare();
        List<StoredRule> known = comparison.store().reading(StoredReads::rules);
        // In its transaction there is no second connection to ask on.
        Planning foretelling = planning.then((plan, stored) -> rules.foretold(plan, stored, known));
        Commit commit = committer.commit(start, memory, foretelling);
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
