package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.plan.PlanJson;

/** The documented, stable form for programs. */
public final class JsonReport implements Report {
    @Override
    public String render(ReportInput input) {
        Outcome outcome = input.outcome();
        if (outcome instanceof Outcome.Valid || outcome instanceof Outcome.NotValid) {
            return JsonOut.pretty(out -> ValidationJson.write(input.plan(), outcome, out));
        }
        return JsonOut.pretty(
                out -> PlanJson.write(input.plan(), outcome.isDryRun(), outcome.isCommitted(), input.all(), out));
    }
}
