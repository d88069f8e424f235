package dev.synchronizer.commit;

import dev.synchronizer.model.StoredModel;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.store.ContentReads;

/** Makes a run's plan of what is stored, as often as it is asked. */
@FunctionalInterface
public interface Planning {
    /**
     * Plans.
     *
     * @param content the content that is stored, to be counted
     */
    SyncPlan plan(StoredModel stored, ContentReads content);

    /** Plans again where migration steps of the run have changed content before anything else. */
    default SyncPlan planAfterSteps(StoredModel stored, ContentReads content) {
        return plan(stored, content);
    }
}
