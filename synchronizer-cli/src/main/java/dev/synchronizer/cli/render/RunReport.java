package dev.synchronizer.cli.render;

import dev.synchronizer.store.RunRecord;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** What one committed run did. */
public final class RunReport implements Answer {
    private final RunRecord run;
    private final boolean all;

    /**
     * Looks at a run with its plan.
     *
     * @param all whether suppressed warnings are listed, and not just counted
     */
    public RunReport(RunRecord run, boolean all) {
        this.run = run;
        this.all = all;
    }

    /** The recorded plan as people read it. */
    @Override
    public String text(Style style) {
        String outcome = "Committed as run %s by %s at %s in %s."
                .formatted(
                        run.id(),
                        PlainText.of(run.actor()),
                        run.startedAt().truncatedTo(ChronoUnit.SECONDS),
                        Outcome.seconds(run.duration()));
        return new PlanText(style).write(PlanReader.read(plan()), true, all, outcome);
    }

    /** The plan as it was recorded. */
    @Override
    public String json() {
        return plan() + "\n";
    }

    private String plan() {
        return Objects.requireNonNull(run.plan());
    }
}
