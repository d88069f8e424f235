package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.staging.directory.ExportReport;

/** What an export has made of a directory. */
public record DirectoryExportReport(ExportReport report) implements Answer {
    private static final String FORMAT = "synchronizer-staging-export/1";

    @Override
    public String text(Style style) {
        return "%s written, %d unchanged, %d removed.\n"
                .formatted(Words.capital(Words.count(report.written(), "file")), report.unchanged(), report.removed());
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            out.number("written", report.written());
            out.number("unchanged", report.unchanged());
            out.number("removed", report.removed());
        }));
    }
}
