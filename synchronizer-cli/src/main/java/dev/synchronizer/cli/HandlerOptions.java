package dev.synchronizer.cli;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose saves these are, and who looks at them: the consent to run the code of handlers lies in naming where it is. */
final class HandlerOptions implements AutoCloseable {
    private static final String STANDARD_STORE = "main";

    @Option(
            names = "--store",
            paramLabel = "NAME",
            defaultValue = STANDARD_STORE,
            description = "The name of the store, by which handlers and rules say what they serve; main if left out.")
    private String store = STANDARD_STORE;

    @Option(
            names = "--handlers",
            paramLabel = "PATH...",
            hideParamSyntax = true,
            arity = "1..*",
            split = "${sys:path.separator}",
            description =
                    "Jars, folders of classes, and folders of jars: load the handlers of saves and tasks, validators, "
                            + "processors, tasks of rules and connectors that they have as services, and run them.")
    private List<Path> places = new ArrayList<>();

    @Option(
            names = "--pipeline",
            paramLabel = "TEXT",
            description =
                    "Place processors among the steps of a save, and switch steps, such as 'limit before validate, "
                            + "rules off'; see pipeline.")
    private String pipeline = "";

    private @Nullable URLClassLoader loader;

    String store() {
        return store;
    }

    void configure(SynchronizerBuilder builder) {
        builder.storeName(store).pipeline(pipeline);
        if (places.isEmpty()) {
            return;
        }
        URLClassLoader opened = loader == null ? open() : loader;
        loader = opened;
        try {
            builder.findSaveHandlers(opened);
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new ProblemsException(
                    new Problem(
                            ProblemCode.WRONG_HANDLER,
                            "--handlers",
                            "a service cannot be loaded: " + e.getMessage(),
                            "correct META-INF/services, and name all jars that it needs"),
                    e);
        }
    }

    private URLClassLoader open() {
        URL[] urls = places.stream()
                .flatMap(HandlerOptions::jars)
                .map(HandlerOptions::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, HandlerOptions.class.getClassLoader());
    }

    private static Stream<Path> jars(Path place) {
        if (!Files.isDirectory(place)) {
            return Stream.of(InputFile.of(place.toString()));
        }
        try (Stream<Path> files = Files.list(place)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            return Stream.concat(Stream.of(place), jars.stream());
        } catch (IOException e) {
            throw InputFile.unreadable(place.toString(), e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (loader != null) {
                loader.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
