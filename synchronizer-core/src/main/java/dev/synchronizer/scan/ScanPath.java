package dev.synchronizer.scan;

import dev.synchronizer.archive.Location;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the jars and folders that a request means: its models, then its class path, then the running class path. */
final class ScanPath {
    private final List<Location> locations = new ArrayList<>();
    private final List<File> missing = new ArrayList<>();
    private final List<File> foldersOfJars = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private ScanPath() {}

    static ScanPath of(ScanRequest request) {
        ScanPath path = new ScanPath();
        for (Path models : request.models()) {
            path.add(models.toFile(), true);
        }
        for (Path classes : request.classPath()) {
            path.add(classes.toFile(), false);
        }
        if (request.runningClassPath() != null) {
            for (File file : RunningClassPath.of(request.runningClassPath())) {
                path.addOnce(file, true);
            }
        }
        return path;
    }

    /** In the order in which classes are looked up, each once. */
    List<Location> locations() {
        return locations;
    }

    /** The paths of the request that do not exist, and links to nowhere in its folders of jars. */
    List<File> missing() {
        return missing;
    }

    /** The folders that were given in place of the jars in them, to be scanned. */
    List<File> foldersOfJars() {
        return foldersOfJars;
    }

    private void add(File file, boolean scanned) {
        if (!file.exists()) {
            missing.add(file);
            return;
        }
        File[] jars = file.isDirectory() ? jarsIn(file) : new File[0];
        for (File jar : jars) {
            if (jar.exists()) {
                addOnce(jar, scanned);
            } else {
                missing.add(jar);
            }
        }
        if (jars.length == 0) {
            addOnce(file, scanned);
        } else if (scanned) {
            foldersOfJars.add(file);
        } else {
            // Whatever is looked up in it may be a class of its own too.
            addOnce(file, false);
        }
    }

    /** Also those that are links to nowhere. */
    private static File[] jarsIn(File folder) {
        File[] files = folder.listFiles();
        List<File> jars = new ArrayList<>();
        for (File file : files == null ? new File[0] : files) {
            if (file.getName().endsWith(".jar") && !file.isDirectory()) {
                jars.add(file);
            }
        }
        File[] sorted = jars.toArray(new File[0]);
        Arrays.sort(sorted);
        return sorted;
    }

    private void addOnce(File file, boolean scanned) {
        if (seen.add(identity(file))) {
            locations.add(new Location(file, scanned));
        }
    }

    static String identity(File file) {
        try {
            return file.getCanonicalPath();
        } catch (IOException e) {
            return file.getAbsolutePath();
        }
    }
}
