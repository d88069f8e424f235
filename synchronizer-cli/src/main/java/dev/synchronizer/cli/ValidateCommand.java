package dev.synchronizer.cli;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.ValidatedModel;
import dev.synchronizer.cli.render.Outcome;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.plan.PlanJson;
import dev.synchronizer.plan.SyncPlan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at models alone. */
@Command(
        name = "validate",
        description = "Checks models against every rule, without a database.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ValidateCommand implements Callable<Integer>, Reporting {
    @Mixin
    private final ScannedOption scanned = new ScannedOption();

    @Mixin
    private final ModelOptions models = new ModelOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final Context context;

    ValidateCommand(Context context) {
        this.context = context;
    }

    @Override
    public OutputOptions output() {
        return output;
    }

    @Override
    public Integer call() {
        output.prepare();
        ValidatedModel validated;
        try (ConsoleProgress progress = ConsoleProgress.of(context.surroundings(), output);
                Synchronizer synchronizer =
                        models.of(scanned.paths()).progress(progress).build()) {
            validated = synchronizer.validate();
        }
        SyncPlan found = PlanJson.ofProblems(validated.warnings()).withSuppressed(validated.suppressed());
        return new PlanPresenter(context.surroundings(), output)
                .show(found, Outcome.valid(sizeOf(validated.model())), new CheckOptions())
                .number();
    }

    private static Outcome.Size sizeOf(ContentModel model) {
        int types = (int) model.types().count();
        int properties =
                model.types().mapToInt(type -> type.properties().size()).sum();
        int modules = (int) model.modules().stream()
                .filter(module -> !module.types().isEmpty())
                .count();
        return new Outcome.Size(modules, types, properties);
    }
}
