package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.staging.directory.ImportPlan;
import dev.synchronizer.staging.directory.ImportReport;
import dev.synchronizer.staging.directory.ImportedThing;

/**
 * What an import of a directory has done.
 *
 * @param plan what was to be done
 * @param report what became of it
 */
public record DirectoryImportReport(ImportPlan plan, ImportReport report) implements Answer {
    public static final String FORMAT = "synchronizer-staging-import/1";

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder("%s saved, %d so already, %d not.\n"
                .formatted(
                        Words.capital(Words.count(report.count(ImportedThing.Outcome.DONE), "change")),
                        report.count(ImportedThing.Outcome.UNCHANGED),
                        report.failures().size()));
        if (!report.isComplete()) {
            Columns columns = new Columns("result", "path", "why");
            report.failures()
                    .forEach(failure -> columns.add(
                            failure.outcome().name(),
                            PlainText.of(failure.change().path()),
                            PlainText.of(String.join(" ", failure.messages()))));
            text.append(columns);
        }
        return text.toString();
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            out.flag("committed", report.count(ImportedThing.Outcome.DONE) > 0);
            ChangeText.counts(plan, out);
            out.number("done", report.count(ImportedThing.Outcome.DONE));
            out.number("unchanged", report.count(ImportedThing.Outcome.UNCHANGED));
            out.array(
                    "failures",
                    report.failures(),
                    failure -> out.object(() -> {
                        ChangeText.members(failure.change(), out);
                        out.text("outcome", failure.outcome().name());
                        out.texts("messages", failure.messages());
                    }));
            AdministrationJson.problems(Problems.none(), out);
        }));
    }
}
