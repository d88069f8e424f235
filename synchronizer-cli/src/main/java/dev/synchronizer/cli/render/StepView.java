package dev.synchronizer.cli.render;

import dev.synchronizer.annotation.Migration;
import dev.synchronizer.plan.StepPlan;
import org.jspecify.annotations.Nullable;

/** What reports show of a migration step. */
record StepView(
        String module,
        String name,
        String version,
        Migration.Phase phase,
        StepPlan.State state,
        @Nullable Long items) {
    static StepView of(StepPlan plan) {
        return new StepView(
                plan.module(),
                plan.step().name(),
                plan.step().version(),
                plan.step().phase(),
                plan.state(),
                plan.items());
    }

    /** Such as {@code SplitNames of site, for 1.2: runs after types and properties change, 12 items}. */
    String phrase() {
        String what = "%s of %s, for %s: ".formatted(name, module, version);
        if (state == StepPlan.State.BASELINE) {
            return what + "recorded without running, as there is nothing here yet that it is meant for";
        }
        String when = phase == Migration.Phase.BEFORE ? "before" : "after";
        String counted = items == null ? "" : ", " + Words.count(items, "item");
        return what + "runs " + when + " types and properties change" + counted;
    }
}
