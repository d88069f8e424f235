package dev.synchronizer.plan;

import dev.synchronizer.annotation.Migration;
import dev.synchronizer.model.StepModel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a plan does about a migration step that the ledger does not know.
 *
 * @param module the module that declares it
 * @param step the step
 * @param state what is done about it
 * @param items how many items it selects, or has changed where it ran, each counted once; null where that was not counted
 */
public record StepPlan(
        String module,
        StepModel step,
        State state,
        @Nullable Long items) {
    public StepPlan withItems(long counted) {
        return new StepPlan(module, step, state, counted);
    }

    /** Whether it runs in this phase. */
    public boolean runs(Migration.Phase phase) {
        return state == State.RUN && step.phase() == phase;
    }

    /** Such as {@code SplitAuthorName of acme-site}. */
    @Override
    public String toString() {
        return step.name() + " of " + module;
    }

    /** What is done about a step. */
    public enum State {
        /** It runs. */
        RUN,
        /** It is recorded without having run, for there was nothing here that it could have been meant for. */
        BASELINE;

        /** The form in plans and reports. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
