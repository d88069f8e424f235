package dev.synchronizer.migration;

import dev.synchronizer.annotation.Migration;
import dev.synchronizer.model.ExecutedStep;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.plan.StepPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.saving.SavePath;
import dev.synchronizer.saving.Unit;
import java.util.ArrayList;
import java.util.List;

/** The migration steps of one run, in its transaction: those before the change of types, and those after it (F2). */
public final class StepRun {
    private final MigrationSteps steps;
    private final Unit unit;
    private final SavePath path;
    private final StepTelling telling;
    private final List<StepPlan> ran = new ArrayList<>();

    StepRun(MigrationSteps steps, Unit unit, SavePath path) {
        this.steps = steps;
        this.unit = unit;
        this.path = path;
        telling = new StepTelling(unit, path, ItemSaving.OPTIONS);
    }

    /**
     * Runs the steps that come before the change of types.
     *
     * @return whether there were any, so that what is to be changed has to be planned again
     */
    public boolean before(SyncPlan plan, StoredModel stored) {
        return run(plan, Migration.Phase.BEFORE, stored);
    }

    /** What is stored, with the steps that ran as if the ledger had them already. */
    public StoredModel asRecorded(StoredModel stored) {
        List<ExecutedStep> all = new ArrayList<>(stored.steps());
        ran.forEach(step -> all.add(executed(step, 0)));
        return new StoredModel(stored.revision(), stored.modules(), stored.types(), stored.overrides(), all);
    }

    /** Runs the steps that come after the change of types; the rows of the plan are written. */
    public void after(SyncPlan plan) {
        if (telling.isWaiting() || plan.steps().stream().anyMatch(step -> step.runs(Migration.Phase.AFTER))) {
            StoredModel stored = unit.definitions().load();
            telling.typesChanged(stored);
            run(plan, Migration.Phase.AFTER, stored);
        }
    }

    private boolean run(SyncPlan plan, Migration.Phase phase, StoredModel stored) {
        List<StepPlan> due =
                plan.steps().stream().filter(step -> step.runs(phase)).toList();
        unit.closed(() -> due.forEach(step -> ran.add(step.withItems(steps.run(step, stored, unit, path, telling)))));
        return !due.isEmpty();
    }

    /** The plan as it was carried out: with all steps, and how many items those changed that ran. */
    public SyncPlan reported(SyncPlan plan) {
        List<StepPlan> all = new ArrayList<>(ran);
        plan.steps().stream()
                .filter(step -> step.state() == StepPlan.State.BASELINE)
                .forEach(all::add);
        return plan.withSteps(all);
    }

    /**
     * Adds all steps of a plan to the ledger, those too that did not have to run.
     *
     * @param reported the plan as it was carried out
     * @param run the id of the run
     */
    public void record(SyncPlan reported, long run) {
        reported.steps().forEach(step -> unit.definitions().recordStep(executed(step, run)));
    }

    private ExecutedStep executed(StepPlan plan, long run) {
        return new ExecutedStep(
                plan.module(),
                plan.step().name(),
                plan.step().version(),
                plan.step().checksum(),
                plan.state() == StepPlan.State.BASELINE,
                run,
                steps.clock().instant(),
                plan.items() == null ? 0 : plan.items());
    }
}
