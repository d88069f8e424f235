package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.ValidatedModel;
import dev.synchronizer.cli.render.Outcome;
import dev.synchronizer.plan.PlanJson;
import dev.synchronizer.plan.SyncPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at models alone. */
@Command(
        name = "validate",
        description = "Checks models against every rule, without a database.",
        footer = {
            "  synchronizer validate --models site-1.1.jar",
            "  synchronizer validate --models classes --format sarif --output site.sarif"
        })
final class ValidateCommand extends PlanCommand {
    @Mixin
    private final ScannedOption scanned = new ScannedOption();

    @Mixin
    private final ModelOptions models = new ModelOptions();

    ValidateCommand(Context context) {
        super(context);
    }

    @Override
    Outcome withoutResult() {
        return Outcome.notValid();
    }

    @Override
    ExitCode run() {
        ValidatedModel validated;
        try (ConsoleProgress progress = progress();
                Synchronizer synchronizer =
                        models.of(scanned.paths()).progress(progress).build()) {
            validated = synchronizer.validate();
        }
        SyncPlan found = PlanJson.ofProblems(validated.warnings()).withSuppressed(validated.suppressed());
        return presenter().show(found, Outcome.valid(validated.model()), new CheckOptions());
    }
}
