package dev.synchronizer.scan;

import dev.synchronizer.archive.Location;
import java.io.File;
import java.util.List;
import java.util.Set;

/** Reads content types from jars and folders without loading a class (A1). */
public final class ModelScanner {
    private ModelScanner() {}

    /** Reads everything on the calling thread alone. */
    public static ScannedModels scan(ScanRequest request, Set<String> knownEmptyJars) {
        return scan(request, knownEmptyJars, 1);
    }

    /**
     * Reads everything, and collects what is wrong instead of ending at the first.
     *
     * @param knownEmptyJars fingerprints of jars that are known to declare no types, and are not searched for any
     * @param threads how many may search at once, the calling one among them; makes no difference to the result
     */
    public static ScannedModels scan(ScanRequest request, Set<String> knownEmptyJars, int threads) {
        return new ModelScan(request, knownEmptyJars, threads).run();
    }

    /** The jars and folders in which a scan finds classes, in the order in which it looks them up. */
    public static List<File> places(ScanRequest request) {
        return ScanPath.of(request).locations().stream().map(Location::file).toList();
    }

    /**
     * A key that changes with anything on which the result of a scan depends: contents, names and order of the jars,
     * the request's other parts, and this library's own rules. Reads central directories, inflates nothing, and opens
     * files only in folders of classes, and the manifests of the running class path, which may name more jars.
     *
     * @return the key, or an empty text, which is never to be remembered, if something is missing or cannot be read
     */
    public static String startKey(ScanRequest request) {
        return StartKey.of(request);
    }
}
