package dev.synchronizer.commit;

import dev.synchronizer.model.StoredModel;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.store.ContentReads;
import java.util.function.BiFunction;

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

    /** The same, with something to be said of each plan, which stays the same otherwise. */
    default Planning then(BiFunction<SyncPlan, StoredModel, SyncPlan> said) {
        return new Planning() {
            @Override
            public SyncPlan plan(StoredModel stored, ContentReads content) {
                return said.apply(Planning.this.plan(stored, content), stored);
            }

            @Override
            public SyncPlan planAfterSteps(StoredModel stored, ContentReads content) {
                return said.apply(Planning.this.planAfterSteps(stored, content), stored);
            }
        };
    }
}
