package dev.synchronizer.cli;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.cli.render.DirectoryImportReport;
import dev.synchronizer.cli.render.DirectoryPlanReport;
import dev.synchronizer.cli.render.ExplainedChangeReport;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.staging.directory.ContentDirectory;
import dev.synchronizer.staging.directory.DirectoryImportOptions;
import dev.synchronizer.staging.directory.ImportPlan;
import dev.synchronizer.staging.directory.ImportReport;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a directory. */
@Command(
        name = "import",
        description =
                "Reads items, definitions, overrides and rules from files as export writes them: all files are read "
                        + "before anything is saved, and each thing is saved by itself.",
        footer = {
            "  synchronizer staging import content --dry-run",
            "  synchronizer staging import content --mode items=create-update-and-delete",
            "  synchronizer staging import content --explain rules/default-teaser.json"
        })
final class StagingImportCommand extends WritingCommand {
    @Parameters(paramLabel = "DIR", description = "The folder.")
    private Path directory = Path.of("");

    @Mixin
    private final ModeOption mode = new ModeOption();

    @Mixin
    private final ThingOptions things = new ThingOptions();

    @Mixin
    private final HandlerOptions handlers = new HandlerOptions();

    @Mixin
    private final DeletionOption deletions = new DeletionOption();

    @Option(
            names = "--dry-run",
            fallbackValue = "true",
            description = "Show what would be done, and write nothing; with --all also what is left as it is.")
    private boolean dryRun;

    @Option(
            names = "--explain",
            paramLabel = "PATH|KEY",
            description = "Say of one file or thing, such as item:ID, what would be done to it and why; write nothing.")
    private @Nullable String explained;

    StagingImportCommand(Context context) {
        super(context);
    }

    @Override
    String jsonFormat() {
        return DirectoryImportReport.FORMAT;
    }

    @Override
    void configure(SynchronizerBuilder builder) {
        handlers.configure(builder);
    }

    @Override
    ExitCode run() {
        DirectoryImportOptions options = mode.over(DirectoryImportOptions.standard(), this::wrongUsage)
                .only(things.filter(this::wrongUsage))
                .allowDeletes(deletions.allowed(this::wrongUsage));
        String one = explained;
        if (one != null) {
            show(new ExplainedChangeReport(planned(options).explain(one)));
            return ExitCode.DONE;
        }
        return dryRun
                ? shown(planned(options))
                : change(synchronizer -> imported(synchronizer.directory(directory), options));
    }

    private ImportPlan planned(DirectoryImportOptions options) {
        return require(synchronizer -> synchronizer.directory(directory).plan(options));
    }

    private ExitCode shown(ImportPlan plan) {
        Problems problems = plan.problems();
        show(new DirectoryPlanReport(plan, output().all()), problems);
        return ExitCode.of(problems);
    }

    private ExitCode imported(ContentDirectory from, DirectoryImportOptions options) {
        ImportPlan plan = from.plan(options);
        long all = plan.changes().size();
        long[] done = {0};
        ImportReport report;
        try (ConsoleProgress progress = progress()) {
            report = from.carryOut(
                    database().actor(), plan, thing -> progress.worked("Importing", Math.min(++done[0], all), all));
        }
        show(new DirectoryImportReport(plan, report));
        return report.isComplete() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    @Override
    void end() {
        handlers.close();
    }
}
