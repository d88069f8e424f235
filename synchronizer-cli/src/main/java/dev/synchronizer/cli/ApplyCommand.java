package dev.synchronizer.cli;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.SyncReport;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.cli.render.Outcome;
import dev.synchronizer.plan.PlanFile;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Commits a saved plan. */
@Command(
        name = "apply",
        description = "Commits a plan that sync --dry-run --save-plan saved, unless what is stored has changed since.",
        footer = {
            "  synchronizer sync --dry-run --models site-1.1.jar --save-plan site.plan",
            "  synchronizer apply site.plan",
            "  synchronizer apply site.plan --run-steps --models site-1.2.jar"
        })
final class ApplyCommand extends PlanCommand {
    @Parameters(paramLabel = "PLANFILE", description = "The saved plan.")
    private Path planFile = Path.of("");

    @Mixin
    private final StepOptions steps = new StepOptions();

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final HandlerOptions handlers = new HandlerOptions();

    ApplyCommand(Context context) {
        super(context);
    }

    @Override
    Outcome withoutResult() {
        return Outcome.invalid(false);
    }

    @Override
    ExitCode run() {
        PlanFile file = PlanFile.read(planFile);
        if (database.isYetToBeMade()) {
            // Nothing is made for a plan that is refused, not even an empty database.
            SyncPlan plan = withoutStore(file);
            if (!plan.refusals().isEmpty()) {
                return refuse(plan);
            }
        }
        SyncReport report;
        try (Pool pool = database.forWriting(context());
                ConsoleProgress progress = progress();
                Synchronizer synchronizer = synchronizer(pool, progress)) {
            report = synchronizer.apply(file);
        } catch (SyncRefusedException e) {
            return refuse(e.plan());
        }
        return presenter().show(report.plan(), Outcome.of(report), new CheckOptions());
    }

    private SyncPlan withoutStore(PlanFile file) {
        try (ConsoleProgress progress = progress();
                Synchronizer synchronizer =
                        steps.applyTo(Synchronizer.builder()).progress(progress).build()) {
            return synchronizer.analyze(file);
        }
    }

    private ExitCode refuse(SyncPlan plan) {
        return presenter().show(namingTheFile(plan), Outcome.refused(), new CheckOptions());
    }

    /** A plan does not know where it was saved. */
    private SyncPlan namingTheFile(SyncPlan plan) {
        List<Problem> problems = plan.problems().stream()
                .map(problem -> problem.code() == ProblemCode.PLAN_STALE
                        ? new Problem(problem.code(), planFile.toString(), problem.message(), problem.fix())
                        : problem)
                .toList();
        return plan.withOnlyProblems(Problems.of(problems));
    }

    private Synchronizer synchronizer(Pool pool, ConsoleProgress progress) {
        SynchronizerBuilder builder =
                steps.applyTo(Synchronizer.builder()).dataSource(pool).progress(progress);
        database.name(builder);
        handlers.configure(builder);
        builder.onTampering(new TamperingWarning(surroundings())).onSaveFailure(new ErrorOutput(surroundings())::warn);
        return builder.build();
    }

    @Override
    void end() {
        handlers.close();
    }
}
