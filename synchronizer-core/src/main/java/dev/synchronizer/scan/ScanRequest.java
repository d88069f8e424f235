package dev.synchronizer.scan;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to scan, and how.
 *
 * @param models jars, folders of classes and folders of jars whose types are read, in class path order
 * @param runningClassPath the class loader whose jars and folders are scanned too, or null for none
 * @param classPath jars and folders that supertypes and value types are looked up in, and not scanned for types
 * @param packages names of packages to which, with those below them, types are restricted; empty: no restriction
 * @param moduleVersions versions by module name, given by the caller where a module has none of its own
 */
public record ScanRequest(
        List<Path> models,
        @Nullable ClassLoader runningClassPath,
        List<Path> classPath,
        List<String> packages,
        Map<String, String> moduleVersions) {

    public ScanRequest {
        models = List.copyOf(models);
        classPath = List.copyOf(classPath);
        packages = List.copyOf(packages);
        moduleVersions = Map.copyOf(moduleVersions);
    }

    /** Scans the given jars and folders alone. */
    public static ScanRequest of(Path... models) {
        return new ScanRequest(List.of(models), null, List.of(), List.of(), Map.of());
    }
}
