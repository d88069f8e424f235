package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.store.LostValue;
import dev.synchronizer.store.RunRecord;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** What one committed run did. */
public final class RunReport implements Answer {
    /** How many lost values are shown unless all are asked for. */
    public static final int FIRST_LOST = 20;

    private final RunRecord run;
    private final List<LostValue> lost;
    private final boolean hasMoreLost;
    private final boolean all;

    /**
     * Looks at a run with its plan.
     *
     * @param lost the first of the values that it lost; one more than are shown, where there are more
     * @param all whether suppressed warnings are listed, and not just counted, and all lost values
     */
    public RunReport(RunRecord run, List<LostValue> lost, boolean all) {
        this.run = run;
        this.all = all;
        hasMoreLost = !all && lost.size() > FIRST_LOST;
        this.lost = List.copyOf(hasMoreLost ? lost.subList(0, FIRST_LOST) : lost);
    }

    /** The recorded plan as people read it, and what was lost. */
    @Override
    public String text(Style style) {
        String outcome = "Committed as run %s by %s at %s in %s."
                .formatted(
                        run.id(),
                        PlainText.of(run.actor()),
                        run.startedAt().truncatedTo(ChronoUnit.SECONDS),
                        Outcome.seconds(run.duration()));
        return new PlanText(style).write(PlanReader.read(plan()).asCommitted(), true, all, outcome) + lost();
    }

    private String lost() {
        if (lost.isEmpty()) {
            return "";
        }
        Columns columns = new Columns("item", "property", "language", "data type", "value");
        lost.forEach(value -> columns.add(
                value.item().toString(),
                value.property(),
                value.language(),
                value.dataType(),
                Words.value(value.value())));
        return "\nValues of which something was lost, as they were:\n" + columns
                + (hasMoreLost ? "More are listed with --all.\n" : "");
    }

    /** The plan as it was recorded, and what was lost. */
    @Override
    public String json() {
        if (lost.isEmpty()) {
            return plan() + "\n";
        }
        return JsonOut.pretty(out -> out.object(() -> {
            JsonIn.read(plan(), in -> {
                in.object(name -> in.copyTo(out.name(name)));
                return in;
            });
            out.array("lost", lost, value -> write(value, out));
        }));
    }

    private static void write(LostValue value, JsonOut out) {
        out.object(() -> {
            out.text("item", value.item().toString());
            out.text("property", value.property());
            out.text("language", value.language());
            out.text("dataType", value.dataType());
            out.name("value").json(value.value());
        });
    }

    private String plan() {
        return Objects.requireNonNull(run.plan());
    }
}
