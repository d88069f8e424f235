package dev.synchronizer.plan;

import dev.synchronizer.json.JsonOut;
import java.util.List;
import java.util.Locale;

/** The migration steps of a plan, as JSON. */
final class StepPlanJson {
    private StepPlanJson() {}

    /**
     * Writes the steps, where there are any.
     *
     * @param counted whether the numbers of items are written too, which change from one moment to the next
     */
    static void write(List<StepPlan> steps, boolean counted, JsonOut out) {
        if (!steps.isEmpty()) {
            out.array("steps", steps, step -> write(step, counted, out));
        }
    }

    private static void write(StepPlan plan, boolean counted, JsonOut out) {
        out.object(() -> {
            out.text("module", plan.module());
            out.text("name", plan.step().name());
            out.text("version", plan.step().version());
            out.text("phase", plan.step().phase().name().toLowerCase(Locale.ROOT));
            out.text("state", plan.state().label());
            if (counted && plan.items() != null) {
                out.number("items", plan.items());
            }
        });
    }
}
