package dev.synchronizer.behaviour;

import dev.synchronizer.fixtures.ModelJar;
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

    /** The same application, which lets the steps of these jars run. */
    static <T> T consenting(Node node, Function<Node, T> work, Path... jars) {
        List<URL> urls = new ArrayList<>();
        try {
            for (Path jar : jars) {
                urls.add(jar.toUri().toURL());
            }
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
        try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), StepSite.class.getClassLoader())) {
            return work.apply(node.with(builder -> builder.runSteps(loader)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
