package dev.synchronizer.cli;

import dev.synchronizer.Progress;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.ValidatedModel;
import dev.synchronizer.cli.render.Outcome;
import dev.synchronizer.plan.SyncPlan;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Compares two sets of models. */
@Command(
        name = "diff",
        description = "Compares two sets of models, without a database: what a store that has committed the first "
                + "would have to do about the second.",
        footer = {
            "  synchronizer diff site-1.0.jar site-1.1.jar",
            "  synchronizer diff old.jar new.jar --fail-on breaking --format markdown"
        })
final class DiffCommand extends PlanCommand {
    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = "A jar, a folder of classes or a folder of jars; or several, separated as in a class path.")
    private String old = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "What to compare it with.")
    private String current = "";

    @Mixin
    private final ModelOptions models = new ModelOptions();

    @Mixin
    private final CheckOptions checks = new CheckOptions();

    DiffCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode run() {
        SyncPlan plan;
        try (ConsoleProgress progress = progress()) {
            ValidatedModel before = read(old, progress);
            ValidatedModel after = read(current, progress);
            plan = Synchronizer.compare(before.model(), after.model())
                    .withProblems(after.warnings())
                    .withSuppressed(after.suppressed());
        }
        return presenter().show(plan, Outcome.compared(), checks).or(checks.pending(plan));
    }

    private ValidatedModel read(String paths, Progress progress) {
        List<Path> split = Arrays.stream(paths.split(Pattern.quote(File.pathSeparator)))
                .map(Path::of)
                .toList();
        try (Synchronizer synchronizer = models.of(split).progress(progress).build()) {
            return synchronizer.validate();
        }
    }
}
