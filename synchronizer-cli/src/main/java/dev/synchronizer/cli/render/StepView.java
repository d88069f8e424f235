package dev.synchronizer.cli.render;

import dev.synchronizer.annotation.Migration;
import dev.synchronizer.plan.StepPlan;
import org.jspecify.annotations.Nullable;

/**
 * What reports show of a migration step.
 *
 * @param items how many items it selects, or has changed where it ran, each counted once; null where that was not counted
 * @param ran whether the plan was committed, and the step has run with it
 */
record StepView(
        String module,
        String name,
        String version,
        Migration.Phase phase,
        StepPlan.State state,
        @Nullable Long items,
        boolean ran) {
    static StepView of(StepPlan plan) {
        return new StepView(
                plan.module(),
                plan.step().name(),
                plan.step().version(),
                plan.step().phase(),
                plan.state(),
                plan.items(),
                false);
    }

    StepView asRun() {
        return new StepView(module, name, version, phase, state, items, true);
    }

    /** Such as {@code SplitNames of site, for 1.2: runs after types and properties change, and selects 12 items}. */
    String phrase() {
        String what = "%s of %s, for %s: ".formatted(name, module, version);
        if (state == StepPlan.State.BASELINE) {
            return what + "recorded without running, as there is nothing here yet that it is meant for";
        }
        String when = phase == Migration.Phase.BEFORE ? "before" : "after";
        String counted = items == null ? "" : ", and " + (ran ? "changed " : "selects ") + Words.count(items, "item");
        return what
                + (ran ? "ran %s types and properties changed" : "runs %s types and properties change").formatted(when)
                + counted;
    }
}
