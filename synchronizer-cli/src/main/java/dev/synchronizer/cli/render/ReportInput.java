package dev.synchronizer.cli.render;

import dev.synchronizer.plan.SyncPlan;
import java.util.List;

/**
 * What a report shows.
 *
 * @param plan the plan
 * @param outcome what became of it
 * @param all whether identical and absent entries are listed too
 * @param policies the kinds of {@code --fail-on} that were asked for
 * @param violated those that the plan violates
 * @param withErrors whether texts list errors, or leave that to standard error
 * @param style how texts are marked
 * @param version the version of this program
 */
public record ReportInput(
        SyncPlan plan,
        Outcome outcome,
        boolean all,
        List<String> policies,
        List<String> violated,
        boolean withErrors,
        Style style,
        String version) {

    public ReportInput {
        policies = List.copyOf(policies);
        violated = List.copyOf(violated);
    }
}
