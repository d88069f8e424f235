package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.plan.PlanJson;

/** The documented, stable form for programs. */
public final class JsonReport implements Report {
    @Override
    public String render(ReportInput input) {
        return JsonOut.pretty(out -> PlanJson.write(
                input.plan(), input.outcome().isDryRun(), input.outcome().isCommitted(), input.all(), out));
    }
}
