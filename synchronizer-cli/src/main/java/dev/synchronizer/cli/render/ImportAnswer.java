package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.transfer.ImportReport;

/** What an import did. */
public final class ImportAnswer implements Answer {
    public static final String FORMAT = "synchronizer-import/1";

    private final ImportReport report;

    public ImportAnswer(ImportReport report) {
        this.report = report;
    }

    @Override
    public String text(Style style) {
        return "%s read: %d created, %d replaced, %d unchanged, %d left out.\n"
                .formatted(
                        Words.capital(Words.count(report.lines(), "line")),
                        report.created(),
                        report.replaced(),
                        report.unchanged(),
                        report.left());
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            out.number("lines", report.lines());
            out.number("created", report.created());
            out.number("replaced", report.replaced());
            out.number("unchanged", report.unchanged());
            out.number("left", report.left());
            AdministrationJson.problems(report.problems(), out);
            if (!report.findings().isEmpty()) {
                out.array("findings", report.findings(), found -> write(found, out));
            }
        }));
    }

    private static void write(ImportReport.LineFinding found, JsonOut out) {
        out.object(() -> {
            out.number("line", found.line());
            FindingJson.members(found.finding(), out);
        });
    }
}
