package dev.synchronizer.archive;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** All jars and folders of a scan, open until the scan has ended. */
public final class Containers implements AutoCloseable {
    private final List<Container> all = new ArrayList<>();
    private final List<JarBytes> files = new ArrayList<>();
    private final EntryReader reader = new EntryReader();
    private final List<String> packages;
    private final Collection<Problem> problems;

    private Containers(List<String> packages, Collection<Problem> problems) {
        this.packages = packages;
        this.problems = problems;
    }

    /**
     * Opens what can be opened, and reports the rest.
     *
     * @param packages the packages to which the scan is restricted; they are part of a jar's fingerprint
     */
    public static Containers open(List<Location> locations, List<String> packages, Collection<Problem> problems) {
        Containers containers = new Containers(packages, problems);
        locations.forEach(containers::add);
        return containers;
    }

    /** In the order in which classes are looked up. */
    public List<Container> all() {
        return all;
    }

    /** Those that are scanned for types. */
    public List<Container> scanned() {
        return all.stream().filter(Container::isScanned).toList();
    }

    /** The reader of the thread that opened them. */
    public EntryReader reader() {
        return reader;
    }

    private void add(Location location) {
        File file = location.file();
        try {
            if (file.isDirectory()) {
                all.add(new FolderContainer(file, location.scanned()));
            } else {
                addJar(file, location.scanned());
            }
        } catch (FileNotFoundException e) {
            problems.add(unreadable(file.getPath(), "it cannot be opened: " + e.getMessage()));
        } catch (IOException e) {
            problems.add(unreadable(file.getPath(), String.valueOf(e.getMessage())));
        }
    }

    private void addJar(File file, boolean scanned) throws IOException {
        FileBytes bytes = new FileBytes(file);
        files.add(bytes);
        JarContainer jar = new JarContainer(file.getPath(), scanned, bytes, reader, packages);
        all.add(jar);
        for (JarEntry entry : jar.nestedJars()) {
            try {
                all.add(jar.openNested(entry, packages));
            } catch (IOException e) {
                problems.add(unreadable(jar.label() + "!/" + entry.name(), String.valueOf(e.getMessage())));
            }
        }
    }

    public static Problem unreadable(String place, String message) {
        return Problem.of(ProblemCode.JAR_UNREADABLE, place, message);
    }

    @Override
    public void close() {
        reader.close();
        for (JarBytes file : files) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
