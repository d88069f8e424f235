package dev.synchronizer.scan;

import dev.synchronizer.archive.JarManifest;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The jars and folders from which a class loader and its parents load, the parents' first, and what their manifests'
 * {@code Class-Path} adds. What does not exist is left out, as the Java virtual machine does; so is the JDK itself.
 */
final class RunningClassPath {
    private final List<File> files = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private RunningClassPath() {}

    static List<File> of(ClassLoader loader) {
        Deque<ClassLoader> parentsFirst = new ArrayDeque<>();
        for (ClassLoader each = loader; each != null; each = each.getParent()) {
            parentsFirst.push(each);
        }
        RunningClassPath path = new RunningClassPath();
        for (ClassLoader each : parentsFirst) {
            if (each == ClassLoader.getSystemClassLoader()) {
                path.addAll(System.getProperty("java.class.path", ""));
            } else if (each instanceof URLClassLoader urls) {
                for (URL url : urls.getURLs()) {
                    path.add(fileOf(url));
                }
            }
        }
        return path.files;
    }

    private void addAll(String classPath) {
        int from = 0;
        while (!classPath.isEmpty() && from <= classPath.length()) {
            int separator = classPath.indexOf(File.pathSeparatorChar, from);
            int to = separator < 0 ? classPath.length() : separator;
            add(new File(from == to ? "." : classPath.substring(from, to)));
            from = to + 1;
        }
    }

    private void add(@Nullable File file) {
        if (file == null || !file.exists() || !seen.add(ScanPath.identity(file))) {
            return;
        }
        files.add(file);
        if (file.isFile()) {
            for (String entry : JarManifest.of(file).classPath()) {
                add(relativeTo(file, entry));
            }
        }
    }

    private static @Nullable File relativeTo(File jar, String entry) {
        try {
            return fileOf(jar.getAbsoluteFile().toURI().resolve(entry));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable File fileOf(URL url) {
        try {
            String text = url.toString();
            boolean nested = text.startsWith("jar:") && text.endsWith("!/");
            return fileOf(new URI(nested ? text.substring(4, text.length() - 2) : text));
        } catch (URISyntaxException e) {
            return "file".equals(url.getProtocol()) ? new File(url.getPath()) : null;
        }
    }

    private static @Nullable File fileOf(URI uri) {
        boolean plain = "file".equals(uri.getScheme()) && uri.getPath() != null && uri.getAuthority() == null;
        return plain ? new File(uri.getPath()) : null;
    }
}
