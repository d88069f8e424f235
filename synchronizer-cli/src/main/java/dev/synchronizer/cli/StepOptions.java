package dev.synchronizer.cli;

import dev.synchronizer.SynchronizerBuilder;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Option;

/** The one consent to load code of the models, and to run it. */
final class StepOptions {
    @Option(
            names = "--run-steps",
            fallbackValue = "true",
            description =
                    "Run the migration steps of the models that have not run here yet; without it, no code of the "
                            + "models is ever loaded, and such a step is a refusal.")
    private boolean runSteps;

    /** Gives the steps' classes to a synchronizer, where that is allowed. */
    void allow(SynchronizerBuilder builder, Collection<Path> models, Collection<Path> classPath) {
        if (runSteps) {
            List<Path> paths = new ArrayList<>(models);
            paths.addAll(classPath);
            builder.runSteps(loader(paths));
        }
    }

    /** It is open until the program ends: a step may load what it needs when it needs it. */
    private static ClassLoader loader(List<Path> paths) {
        URL[] urls = paths.stream().map(StepOptions::url).toArray(URL[]::new);
        return new URLClassLoader("models", urls, StepOptions.class.getClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path + " has no URL", e);
        }
    }
}
