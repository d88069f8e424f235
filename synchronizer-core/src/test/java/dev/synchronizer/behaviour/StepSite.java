package dev.synchronizer.behaviour;

import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.fixtures.Steps;
import dev.synchronizer.plan.SyncPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The jars of a module {@code site} that has migration steps, and the consent to run them. */
final class StepSite {
    private final Path folder;
    private int jars;

    StepSite(Path folder) {
        this.folder = folder;
    }

    Path jar(String version, String... sources) {
        return ModelJar.of(sources).version("site", version).jar(folder.resolve("site-" + jars++ + ".jar"));
    }

    /** A release 1.1 of these types with one step, which runs. */
    void runStep(Node node, String body, String... types) {
        Path jar = jarWithStep(body, types);
        consenting(node, consenting -> consenting.start(jar), jar);
    }

    /** The plan of such a release, which is not carried out. */
    SyncPlan stepDryRun(Node node, String body, String... types) {
        Path jar = jarWithStep(body, types);
        return consenting(node, consenting -> consenting.dryRun(jar), jar);
    }

    private Path jarWithStep(String body, String... types) {
        List<String> sources = new ArrayList<>(List.of(types));
        sources.add(Steps.step("Try", "version = \"1.1\"", body));
        return jar("1.1", sources.toArray(String[]::new));
    }

    /** The same application, which lets the steps of these jars run. */
    static <T> T consenting(Node node, Function<Node, T> work, Path... jars) {
        try (URLClassLoader loader = loader(jars)) {
            return work.apply(node.with(builder -> builder.runSteps(loader)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same application, which has these jars on its own class path; its loader is left to the collector. */
    static Node onRunningClassPath(Node node, Path... jars) {
        ClassLoader loader = loader(jars);
        return node.with(builder -> builder.runningClassPath(loader).packages(List.of("com.acme")));
    }

    private static URLClassLoader loader(Path... jars) {
        List<URL> urls = new ArrayList<>();
        try {
            for (Path jar : jars) {
                urls.add(jar.toUri().toURL());
            }
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
        return new URLClassLoader(urls.toArray(URL[]::new), StepSite.class.getClassLoader());
    }
}
