package dev.synchronizer.cli;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.SyncReport;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.cli.render.Outcome;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes back a run. */
@Command(
        name = "undo",
        description =
                "Takes back what a run did to types and properties, and to values along with them, unless later runs "
                        + "or content stand in the way. Code that is still deployed does it again at its next start.",
        footer = {"  synchronizer undo 12 --dry-run", "  synchronizer undo 12 --actor Ada"})
final class UndoCommand extends PlanCommand {
    @Parameters(paramLabel = "RUN", converter = RunNumber.class, description = "The number of the run.")
    private long run;

    @Option(names = "--dry-run", fallbackValue = "true", description = "Show the plan, and write nothing.")
    private boolean dryRun;

    @Option(
            names = "--allow",
            paramLabel = "lossy",
            hideParamSyntax = true,
            split = ",",
            description = "Allow a kind of harm; lossy: stored values may be lost or altered.")
    private List<Allowance> allowed = new ArrayList<>();

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final HandlerOptions handlers = new HandlerOptions();

    UndoCommand(Context context) {
        super(context);
    }

    @Override
    Outcome withoutResult() {
        return Outcome.invalid(dryRun);
    }

    @Override
    ExitCode run() {
        if (database.isYetToBeMade()) {
            throw database.missing();
        }
        return dryRun ? analyze() : commit();
    }

    private ExitCode analyze() {
        Pool pool = database.forReading(context()).orElseThrow(database::missing);
        SyncPlan plan;
        try (pool;
                ConsoleProgress progress = progress();
                Synchronizer synchronizer = builder(progress).dataSource(pool).build()) {
            plan = synchronizer.planUndo(run);
        }
        return presenter().show(plan, Outcome.dryRun(), new CheckOptions());
    }

    private ExitCode commit() {
        SyncReport report;
        try (Pool pool = database.forWriting(context());
                ConsoleProgress progress = progress();
                Synchronizer synchronizer = builder(progress).dataSource(pool).build()) {
            report = synchronizer.undo(run);
        } catch (SyncRefusedException e) {
            return presenter().show(e.plan(), Outcome.refused(), new CheckOptions());
        }
        return presenter().show(report.plan(), Outcome.of(report), new CheckOptions());
    }

    private SynchronizerBuilder builder(ConsoleProgress progress) {
        Policy standard = Policy.standard();
        SynchronizerBuilder builder = Synchronizer.builder()
                .policy(allowed.contains(Allowance.LOSSY) ? standard.allowingLossy() : standard)
                .progress(progress);
        database.name(builder);
        handlers.configure(builder);
        builder.onTampering(new TamperingWarning(surroundings())).onSaveFailure(new ErrorOutput(surroundings())::warn);
        return builder;
    }

    @Override
    void end() {
        handlers.close();
    }
}
