package dev.synchronizer;

import dev.synchronizer.model.ContentModel;
import dev.synchronizer.plan.PlanFile;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import java.time.Instant;

/**
 * A plan with all that it was made of, so that it can be saved and carried out later (D7).
 *
 * @param plan the plan
 * @param model the model that code declares
 * @param policy what the caller wants
 * @param plannedAt the moment that quarantines are counted from
 */
public record Analysis(SyncPlan plan, ContentModel model, Policy policy, Instant plannedAt) {
    public PlanFile toPlanFile() {
        return PlanFile.of(plan, model, policy, plannedAt);
    }
}
