package dev.synchronizer;

import dev.synchronizer.commit.Planning;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.Usage;
import dev.synchronizer.plan.PlanFile;
import dev.synchronizer.plan.Planner;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.validate.Validation;

/** Makes the plan of a saved file again, with a refusal if it is not the one that was saved. */
final class FilePlanning implements Planning {
    private final PlanFile file;
    private final Policy policy;
    private final StoredComparison comparison;

    /** @param runSteps whether whoever applies the file allows to run migration steps, which is not for a file to say */
    FilePlanning(PlanFile file, boolean runSteps, StoredComparison comparison) {
        this.file = file;
        this.policy = file.policy().runningSteps(runSteps);
        this.comparison = comparison;
    }

    /** Plans outside of a run. */
    SyncPlan plan(StoredModel stored) {
        ModelDiff diff = comparison.compared(stored, file.model(), policy);
        return file.confirm(planned(diff, comparison.count(diff)));
    }

    @Override
    public SyncPlan plan(StoredModel stored, ContentReads content) {
        return file.confirm(planAfterSteps(stored, content));
    }

    /** What is left to do after the steps is no plan that anybody saved. */
    @Override
    public SyncPlan planAfterSteps(StoredModel stored, ContentReads content) {
        ModelDiff diff = comparison.compared(stored, file.model(), policy);
        return planned(diff, comparison.count(diff, content));
    }

    private SyncPlan planned(ModelDiff diff, Usage usage) {
        return Planner.plan(diff, policy, usage, Validation.nothing(), file.plannedAt());
    }
}
