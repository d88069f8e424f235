package dev.synchronizer.cli.render;

/** A plan for people: only what matters, grouped by type, one line a change. */
public final class TextReport implements Report {
    @Override
    public String render(ReportInput input) {
        PlanView everything = PlanView.of(input);
        PlanView plan = input.withErrors() ? everything : everything.withoutErrors();
        String outcome = input.outcome().sentence(input.plan());
        return new PlanText(input.style()).write(plan, input.outcome().isOfAPlan(), input.all(), outcome);
    }
}
