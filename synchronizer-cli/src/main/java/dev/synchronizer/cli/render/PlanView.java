package dev.synchronizer.cli.render;

import dev.synchronizer.plan.Summary;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Severity;
import java.util.List;

/** What texts show of a plan, whether it has just been made or is read from a recorded run. */
record PlanView(
        Summary summary,
        List<ModuleView> modules,
        List<TypeView> types,
        List<OverrideView> overrides,
        List<FollowingView> following,
        List<Problem> problems,
        List<Problem> suppressed) {

    PlanView withoutErrors() {
        List<Problem> warnings = problems.stream()
                .filter(problem -> problem.severity() == Severity.WARNING)
                .toList();
        return new PlanView(summary, modules, types, overrides, following, warnings, suppressed);
    }

    static PlanView of(SyncPlan plan, boolean all) {
        return new PlanView(
                plan.summary(),
                plan.modules().stream().map(ModuleView::of).toList(),
                plan.types().stream()
                        .filter(type -> all || TypeView.matters(type.state()))
                        .map(type -> TypeView.of(type, plan, all))
                        .toList(),
                plan.overrides().stream()
                        .filter(override -> all || override.state().needsAttention())
                        .map(OverrideView::of)
                        .toList(),
                plan.following().stream()
                        .flatMap(row -> FollowingView.of(row).stream())
                        .toList(),
                plan.problems().asList(),
                plan.suppressed().asList());
    }
}
