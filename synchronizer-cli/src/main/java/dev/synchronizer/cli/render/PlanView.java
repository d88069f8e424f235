package dev.synchronizer.cli.render;

import dev.synchronizer.plan.Summary;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What texts show of a plan, whether it has just been made or is read from a recorded run. */
record PlanView(
        Summary summary,
        List<ModuleView> modules,
        List<TypeView> types,
        List<OverrideView> overrides,
        List<FollowingView> following,
        List<StepView> steps,
        List<Problem> problems,
        List<Problem> suppressed) {

    PlanView withoutErrors() {
        List<Problem> warnings = problems.stream()
                .filter(problem -> problem.severity() == Severity.WARNING)
                .toList();
        return new PlanView(summary, modules, types, overrides, following, steps, warnings, suppressed);
    }

    /** The plan of a run, whose steps have run with it. */
    PlanView asCommitted() {
        List<StepView> run = steps.stream().map(StepView::asRun).toList();
        return new PlanView(summary, modules, types, overrides, following, run, problems, suppressed);
    }

    /** The overrides that no change names, which says of those that it concerns all that there is to say. */
    List<OverrideView> overridesApart() {
        Set<String> named = overridesNamed();
        return overrides.stream()
                .filter(override -> !named.contains(override.address()))
                .toList();
    }

    boolean namesOverrides() {
        return !overridesNamed().isEmpty();
    }

    private Set<String> overridesNamed() {
        return types.stream().flatMap(TypeView::overridesNamed).collect(Collectors.toSet());
    }

    /** The plan of a report, for those who are told what became of it. */
    static PlanView of(ReportInput input) {
        PlanView plan = of(input.plan(), input.all());
        return input.outcome().isCommitted() ? plan.asCommitted() : plan;
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
                plan.steps().stream().map(StepView::of).toList(),
                plan.problems().asList(),
                plan.suppressed().asList());
    }
}
