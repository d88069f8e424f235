package dev.synchronizer.cli.render;

import dev.synchronizer.store.RunRecord;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** What one committed run did. */
public final class RunReport {
    private final RunRecord run;
    private final Style style;

    public RunReport(RunRecord run, Style style) {
        this.run = run;
        this.style = style;
    }

    /** The recorded plan: as it was recorded, or as people read it. */
    public String render(boolean json) {
        String plan = Objects.requireNonNull(run.plan());
        return json ? plan + "\n" : text(PlanReader.read(plan));
    }

    private String text(PlanView plan) {
        String outcome = "Committed as run %d by %s at %s in %s."
                .formatted(
                        run.id(),
                        run.actor(),
                        run.startedAt().truncatedTo(ChronoUnit.SECONDS),
                        Outcome.seconds(run.duration()));
        return new PlanText(style).write(plan, true, outcome);
    }
}
