package dev.synchronizer.cli;

import dev.synchronizer.cli.render.JsonReport;
import dev.synchronizer.cli.render.JunitReport;
import dev.synchronizer.cli.render.MarkdownReport;
import dev.synchronizer.cli.render.Outcome;
import dev.synchronizer.cli.render.Report;
import dev.synchronizer.cli.render.ReportInput;
import dev.synchronizer.cli.render.SarifReport;
import dev.synchronizer.cli.render.SourceFolders;
import dev.synchronizer.cli.render.TextReport;
import dev.synchronizer.plan.PlanJson;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problems;

/** Shows a plan in the form that was asked for, and says how the command ends. */
final class PlanPresenter {
    private final Surroundings surroundings;
    private final OutputOptions output;

    PlanPresenter(Surroundings surroundings, OutputOptions output) {
        this.surroundings = surroundings;
        this.output = output;
    }

    /** Shows a plan whose errors are told on standard error, too. */
    ExitCode show(SyncPlan plan, Outcome outcome, CheckOptions checks) {
        SyncPlan judged = plan.withProblems(checks.violations(plan));
        write(judged, outcome, checks);
        new ErrorOutput(surroundings).print(judged.problems().errors());
        return ExitCode.of(judged.problems());
    }

    /** Shows what was found before there was a plan; a text has nothing to say beyond the errors. */
    void write(Problems problems, Outcome outcome) {
        if (output.format() != Format.TEXT || output.toFile()) {
            write(PlanJson.ofProblems(problems), outcome, new CheckOptions());
        }
    }

    private void write(SyncPlan plan, Outcome outcome, CheckOptions checks) {
        boolean errorsAreToldAnyway = output.format() == Format.TEXT && !output.toFile();
        ReportInput input = new ReportInput(
                plan,
                outcome,
                output.all(),
                checks.policies().stream().map(FailOn::label).toList(),
                checks.violatedBy(plan).stream().map(FailOn::label).toList(),
                !errorsAreToldAnyway,
                output.style(surroundings),
                ProgramVersion.version());
        output.write(report().render(input), surroundings);
    }

    private Report report() {
        return switch (output.format()) {
            case TEXT -> new TextReport();
            case JSON -> new JsonReport();
            case MARKDOWN -> new MarkdownReport();
            case SARIF -> new SarifReport(SourceFolders.below(surroundings.directory()));
            case JUNIT -> new JunitReport();
        };
    }
}
