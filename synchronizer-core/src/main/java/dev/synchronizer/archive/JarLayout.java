package dev.synchronizer.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the entries of a jar are: its own classes, those that a fat jar keeps below a folder, those for a Java version
 * in a multi-release jar, and nested jars.
 */
final class JarLayout {
    /** The Java version whose classes a multi-release jar gives us, on any machine. */
    private static final int HIGHEST_RELEASE = 17;

    private static final String CLASS = ".class";
    private static final String VERSIONS = "META-INF/versions/";
    private static final List<String> CLASS_FOLDERS = List.of("BOOT-INF/classes/", "WEB-INF/classes/");
    private static final List<String> JAR_FOLDERS = List.of("BOOT-INF/lib/", "WEB-INF/lib/", "WEB-INF/lib-provided/");

    private final Map<String, JarEntry> classes = new LinkedHashMap<>();
    private final Map<String, Integer> ranks = new HashMap<>();
    private final List<JarEntry> versioned = new ArrayList<>();
    private final List<JarEntry> mavenProperties = new ArrayList<>();
    private final List<JarEntry> nestedJars = new ArrayList<>();
    private @Nullable JarEntry manifest;

    static JarLayout of(CentralDirectory directory) throws IOException {
        JarLayout layout = new JarLayout();
        while (directory.next()) {
            byte[] bytes = directory.bytes();
            int end = directory.nameStart() + directory.nameLength();
            if (JarFingerprint.matters(bytes, directory.nameStart(), end)) {
                layout.add(directory.entry());
            }
        }
        layout.mavenProperties.sort(Comparator.comparing(JarEntry::name));
        layout.nestedJars.sort(Comparator.comparing(JarEntry::name));
        return layout;
    }

    private void add(JarEntry entry) {
        String name = entry.name();
        if (name.startsWith(VERSIONS)) {
            versioned.add(entry);
        } else if (name.equals(JarManifest.NAME)) {
            manifest = entry;
        } else if (name.startsWith("META-INF/maven/") && name.endsWith("/pom.properties")) {
            mavenProperties.add(entry);
        } else if (name.endsWith(CLASS)) {
            addClass(entry);
        } else if (isNestedJar(name)) {
            nestedJars.add(entry);
        }
    }

    private void addClass(JarEntry entry) {
        String name = entry.name();
        for (String folder : CLASS_FOLDERS) {
            if (name.startsWith(folder)) {
                // What lies in META-INF there is of no package, as in a folder of classes.
                if (!name.startsWith("META-INF/", folder.length())) {
                    put(name.substring(folder.length()), entry, 1);
                }
                return;
            }
        }
        put(name, entry, 0);
    }

    /** Keeps, of two entries for one class, the one of the higher rank. */
    private void put(String path, JarEntry entry, int rank) {
        String className = path.substring(0, path.length() - CLASS.length());
        Integer present = ranks.get(className);
        if (present == null || present <= rank) {
            classes.put(className, entry);
            if (rank > 0) {
                ranks.put(className, rank);
            }
        }
    }

    private static boolean isNestedJar(String name) {
        return name.endsWith(".jar")
                && JAR_FOLDERS.stream()
                        .anyMatch(folder -> name.startsWith(folder) && name.indexOf('/', folder.length()) < 0);
    }

    /** Lets the versioned classes of a multi-release jar take the place of the others. */
    void useVersions() {
        for (JarEntry entry : versioned) {
            int slash = entry.name().indexOf('/', VERSIONS.length());
            int release = slash < 0 ? 0 : release(entry.name().substring(VERSIONS.length(), slash));
            if (release > 8 && release <= HIGHEST_RELEASE && entry.name().endsWith(CLASS)) {
                put(entry.name().substring(slash + 1), entry, release);
            }
        }
    }

    private static int release(String digits) {
        return digits.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(digits) : 0;
    }

    /** By internal class name, mostly in the order in which they lie in the file. */
    Map<String, JarEntry> classes() {
        return classes;
    }

    @Nullable
    JarEntry manifest() {
        return manifest;
    }

    List<JarEntry> mavenProperties() {
        return mavenProperties;
    }

    List<JarEntry> nestedJars() {
        return nestedJars;
    }
}
