package dev.synchronizer.scan;

import dev.synchronizer.archive.ContainerFingerprint;
import dev.synchronizer.archive.ContentHash;
import dev.synchronizer.archive.Location;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** What {@link ModelScanner#startKey} promises. It runs cold in every start: no streams, no lambdas, no regex. */
final class StartKey {
    private StartKey() {}

    static String of(ScanRequest request) {
        ScanPath path = ScanPath.of(request);
        if (!path.missing().isEmpty()) {
            return "";
        }
        try {
            ContentHash hash = new ContentHash();
            hash.add(ContainerFingerprint.RULES_VERSION);
            for (Location location : path.locations()) {
                hash.add(location.scanned() ? 1 : 2);
                ContainerFingerprint.add(location.file(), hash);
            }
            for (File folder : path.foldersOfJars()) {
                ContainerFingerprint.addClassNames(folder, hash);
            }
            addRequest(request, hash);
            return hash.hex();
        } catch (IOException e) {
            return "";
        }
    }

    private static void addRequest(ScanRequest request, ContentHash hash) {
        hash.add(request.packages().size());
        for (String name : request.packages()) {
            hash.add(name);
        }
        for (Map.Entry<String, String> version : new TreeMap<>(request.moduleVersions()).entrySet()) {
            hash.add(version.getKey());
            hash.add(version.getValue());
        }
    }
}
