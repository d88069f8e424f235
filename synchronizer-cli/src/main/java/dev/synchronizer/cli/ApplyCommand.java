package dev.synchronizer.cli;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.SyncReport;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.cli.render.Outcome;
import dev.synchronizer.plan.PlanFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Commits a saved plan. */
@Command(
        name = "apply",
        description = "Commits a plan that sync --dry-run --save-plan saved, unless what is stored has changed since.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ApplyCommand implements Callable<Integer>, Reporting {
    @Parameters(paramLabel = "PLANFILE", description = "The saved plan.")
    private Path planFile = Path.of("");

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final Context context;

    ApplyCommand(Context context) {
        this.context = context;
    }

    @Override
    public OutputOptions output() {
        return output;
    }

    @Override
    public boolean isDryRun() {
        return false;
    }

    @Override
    public Integer call() {
        output.prepare();
        PlanFile file = PlanFile.read(planFile);
        PlanPresenter presenter = new PlanPresenter(context.surroundings(), output);
        SyncReport report;
        try (Pool pool = database.forWriting(context);
                ConsoleProgress progress = ConsoleProgress.of(context.surroundings(), output);
                Synchronizer synchronizer = synchronizer(pool, progress)) {
            report = synchronizer.apply(file);
        } catch (SyncRefusedException e) {
            return presenter
                    .show(e.plan(), Outcome.refused(), new CheckOptions())
                    .number();
        }
        return presenter
                .show(report.plan(), Outcome.of(report), new CheckOptions())
                .number();
    }

    private Synchronizer synchronizer(Pool pool, ConsoleProgress progress) {
        SynchronizerBuilder builder = Synchronizer.builder().dataSource(pool).progress(progress);
        database.name(builder);
        return builder.build();
    }
}
