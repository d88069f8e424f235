package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.plan.Summary;
import dev.synchronizer.plan.SummaryJson;
import dev.synchronizer.store.RunRecord;
import dev.synchronizer.store.RunRecord.RunModule;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Committed runs, one a line. */
public final class HistoryReport implements Answer {
    private final List<RunRecord> runs;
    private final boolean mayHaveMore;

    /**
     * Looks at runs.
     *
     * @param mayHaveMore whether older ones may have been left out
     */
    public HistoryReport(List<RunRecord> runs, boolean mayHaveMore) {
        this.runs = List.copyOf(runs);
        this.mayHaveMore = mayHaveMore;
    }

    @Override
    public String text(Style style) {
        if (runs.isEmpty()) {
            return "No run has been committed.\n";
        }
        Columns columns = new Columns("run", "started", "took", "by", "types", "modules");
        for (RunRecord run : runs) {
            columns.add(
                    String.valueOf(run.id()),
                    run.startedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                    Outcome.seconds(run.duration()),
                    PlainText.of(run.actor()),
                    Words.typeCounts(summary(run)),
                    String.join(
                            ", ",
                            run.modules().stream().map(HistoryReport::module).toList()));
        }
        return columns + (mayHaveMore ? "Older runs are listed with --all.\n" : "");
    }

    static String module(RunModule module) {
        String version = module.version() == null ? "" : " " + module.version();
        boolean changed =
                module.versionBefore() != null && !module.versionBefore().equals(module.version());
        return module.name() + version + (changed ? " after " + module.versionBefore() : "");
    }

    static Summary summary(RunRecord run) {
        return JsonIn.read(run.summary(), SummaryJson::read);
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", "synchronizer-history/1");
            out.array("runs", runs, run -> run(run, out));
        }));
    }

    private static void run(RunRecord run, JsonOut out) {
        out.object(() -> {
            out.number("run", run.id());
            out.text("startedAt", run.startedAt().toString());
            out.number("durationMillis", run.duration().toMillis());
            out.text("actor", run.actor());
            out.array(
                    "modules",
                    run.modules(),
                    module -> out.object(() -> {
                        out.text("name", module.name());
                        out.text("version", module.version());
                        out.text("versionBefore", module.versionBefore());
                    }));
            out.name("summary");
            SummaryJson.write(summary(run), out);
        });
    }
}
