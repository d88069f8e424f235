package dev.synchronizer.cli;

import dev.synchronizer.Analysis;
import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.SyncReport;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.cli.render.Outcome;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.plan.PlanFile;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plans, shows and commits. */
@Command(
        name = "sync",
        description = "Brings the stored types in step with those that the models declare.",
        footer = {
            "  synchronizer sync --dry-run --models site-1.1.jar",
            "  synchronizer sync --models site.jar --url jdbc:mariadb://db/site --user cms",
            "  synchronizer sync --dry-run --models site.jar --fail-on lossy --format json",
            "  synchronizer sync --models site-1.2.jar --run-steps"
        })
final class SyncCommand extends PlanCommand {
    @Option(names = "--dry-run", fallbackValue = "true", description = "Show the plan, and write nothing.")
    private boolean dryRun;

    @Option(
            names = "--type",
            paramLabel = "NAME...",
            hideParamSyntax = true,
            arity = "1..*",
            split = ",",
            description = "Only these types, and those that they need.")
    private List<String> types = new ArrayList<>();

    @Option(
            names = "--gone",
            paramLabel = "MODULE...",
            hideParamSyntax = true,
            arity = "1..*",
            split = ",",
            description = "Modules that will not come back: what they stored is orphaned.")
    private List<String> gone = new ArrayList<>();

    @Option(
            names = "--orphans",
            paramLabel = "POLICY",
            description = "What happens to orphans: delete those that are not in use (the default), keep them all, or "
                    + "quarantine:DAYS before they are deleted.")
    private @Nullable OrphanPolicy orphans;

    @Option(
            names = "--allow",
            paramLabel = "lossy",
            hideParamSyntax = true,
            split = ",",
            description = "Allow a kind of harm; lossy: stored values may be lost or altered.")
    private List<Allowance> allowed = new ArrayList<>();

    @Option(
            names = "--run-steps",
            fallbackValue = "true",
            description = "Load the classes of migration steps from --models and --class-path, and run them; a dry run "
                    + "counts what they would work on.")
    private boolean runSteps;

    @Option(
            names = "--save-plan",
            paramLabel = "FILE",
            description = "Save the plan; with --dry-run, for apply to commit it later.")
    private @Nullable Path savePlan;

    @Option(
            names = "--commit",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "--no-commit switches committing off as a whole: sync shows the plan only, unless types are "
                    + "named by --type.")
    private boolean commit = true;

    @Option(
            names = "--force-scan",
            fallbackValue = "true",
            description = "Read and compare everything, even where nothing seems to have changed.")
    private boolean forceScan;

    @Mixin
    private final ScannedOption scanned = new ScannedOption();

    @Mixin
    private final ModelOptions models = new ModelOptions();

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final HandlerOptions handlers = new HandlerOptions();

    @Mixin
    private final CheckOptions checks = new CheckOptions();

    SyncCommand(Context context) {
        super(context);
    }

    @Override
    Outcome withoutResult() {
        return Outcome.invalid(isDryRun());
    }

    private boolean isDryRun() {
        return dryRun || isSwitchedOff();
    }

    private boolean isSwitchedOff() {
        return !commit && types.isEmpty();
    }

    @Override
    ExitCode run() {
        if (savePlan != null) {
            checkPlanFile(savePlan);
        }
        return isDryRun() ? analyze(dryRun ? Outcome.dryRun() : Outcome.switchedOff()) : commit();
    }

    private void checkPlanFile(Path file) {
        if (output().goesTo(file)) {
            throw new ProblemsException(
                    Problem.of(
                            ProblemCode.WRONG_USAGE,
                            file.toString(),
                            "--save-plan and --output would write the plan and the report to the same file"),
                    null);
        }
        ResultFile.check(file);
    }

    private ExitCode analyze(Outcome outcome) {
        Analysis analysis = analyze();
        if (savePlan != null) {
            save(analysis, savePlan);
        }
        return presenter().show(analysis.plan(), outcome, checks).or(checks.pending(analysis.plan()));
    }

    private void save(Analysis analysis, Path file) {
        if (analysis.plan().refusals().isEmpty()) {
            ResultFile.write(file, analysis.toPlanFile().text());
        } else {
            new ErrorOutput(surroundings()).line("The plan is not saved to " + file + ", as it would be refused.");
        }
    }

    private Analysis analyze() {
        Optional<Pool> pool = database.forReading(context());
        try (ConsoleProgress progress = progress()) {
            SynchronizerBuilder builder = builder(progress);
            pool.ifPresent(builder::dataSource);
            try (Synchronizer synchronizer = builder.build()) {
                return synchronizer.analyze();
            }
        } finally {
            pool.ifPresent(Pool::close);
        }
    }

    private ExitCode commit() {
        SyncReport report;
        try {
            // Nothing is made for a run that ends with an error, not even an empty database.
            if (database.isYetToBeMade()) {
                stopIfViolated(analyze().plan());
            }
            report = commitUnderLock();
        } catch (SyncRefusedException e) {
            return presenter().show(e.plan(), Outcome.refused(), checks);
        } catch (PolicyViolatedException e) {
            return presenter().show(e.plan(), Outcome.violated(), checks);
        }
        return presenter().show(report.plan(), Outcome.of(report), checks);
    }

    private SyncReport commitUnderLock() {
        try (Pool pool = database.forWriting(context());
                ConsoleProgress progress = progress();
                Synchronizer synchronizer = builder(progress)
                        .dataSource(pool)
                        .approval(this::stopIfViolated)
                        .build()) {
            return commit(synchronizer);
        }
    }

    private SyncReport commit(Synchronizer synchronizer) {
        if (savePlan != null) {
            PlanFile file = synchronizer.analyze().toPlanFile();
            ResultFile.write(savePlan, file.text());
            return synchronizer.apply(file);
        }
        return types.isEmpty() ? synchronizer.synchronize() : synchronizer.synchronizeTypes(types);
    }

    private void stopIfViolated(SyncPlan plan) {
        if (!checks.violatedBy(plan).isEmpty()) {
            throw new PolicyViolatedException(plan);
        }
    }

    private SynchronizerBuilder builder(ConsoleProgress progress) {
        Scope scope = Scope.everything().gone(gone);
        Policy standard = Policy.standard().withScope(types.isEmpty() ? scope : scope.onlyTypes(types));
        Policy policy = orphans == null ? standard : standard.withOrphans(orphans);
        SynchronizerBuilder builder = models.of(scanned.paths())
                .policy(allowed.contains(Allowance.LOSSY) ? policy.allowingLossy() : policy)
                .forceScan(forceScan || output().all())
                .progress(progress);
        if (runSteps) {
            builder.runSteps();
        }
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
