package dev.synchronizer;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the classes of migration steps come from, with the consent to load them that lies in it. */
final class StepClasses implements AutoCloseable {
    private final @Nullable ClassLoader loader;
    private final @Nullable URLClassLoader own;

    private StepClasses(@Nullable ClassLoader loader, @Nullable URLClassLoader own) {
        this.loader = loader;
        this.own = own;
    }

    /** By a class loader of the application; by none where steps must not be run. */
    static StepClasses of(@Nullable ClassLoader loader) {
        return new StepClasses(loader, null);
    }

    /** From these jars and folders, and what the synchronizer itself is seen with. */
    static StepClasses in(List<File> places) {
        URL[] urls = places.stream().map(StepClasses::url).toArray(URL[]::new);
        URLClassLoader loader = new URLClassLoader(urls, StepClasses.class.getClassLoader());
        return new StepClasses(loader, loader);
    }

    private static URL url(File place) {
        try {
            return place.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable
    ClassLoader loader() {
        return loader;
    }

    @Override
    public void close() {
        try {
            if (own != null) {
                own.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
