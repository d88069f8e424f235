package dev.synchronizer.cli;

import dev.synchronizer.SynchronizerBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The consent to run the migration steps of a plan whose models are not scanned again, and where their classes are. */
final class StepOptions {
    @Option(
            names = "--run-steps",
            fallbackValue = "true",
            description = "Load the classes of migration steps from --models and --class-path, and run them.")
    private boolean runSteps;

    @Option(
            names = "--models",
            paramLabel = "PATH...",
            hideParamSyntax = true,
            arity = "1..*",
            split = "${sys:path.separator}",
            description = "With --run-steps: the jars, folders of classes, and folders of jars, that hold the steps.")
    private List<Path> models = new ArrayList<>();

    @Option(
            names = "--class-path",
            paramLabel = "PATH...",
            hideParamSyntax = true,
            arity = "1..*",
            split = "${sys:path.separator}",
            description = "With --run-steps: jars, and folders of classes, that the steps need besides.")
    private List<Path> classPath = new ArrayList<>();

    SynchronizerBuilder applyTo(SynchronizerBuilder builder) {
        return runSteps ? builder.models(models).classPath(classPath).runSteps() : builder;
    }
}
