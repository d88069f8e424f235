package dev.synchronizer.scan;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

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
            hash.add(JarFingerprint.RULES_VERSION);
            for (Location location : path.locations()) {
                hash.add(location.scanned() ? 1 : 2);
                addContainer(location.file(), hash);
            }
            addRequest(request, hash);
            return hash.hex();
        } catch (IOException e) {
            return "";
        }
    }

    private static void addContainer(File file, ContentHash hash) throws IOException {
        if (file.isDirectory()) {
            hash.add(FolderName.of(file));
            ContentHash content = new ContentHash();
            addFolder(file, "", FolderLinks.NONE, content);
            hash.add(content.hex());
        } else {
            hash.add(file.getName());
            try (FileBytes bytes = new FileBytes(file)) {
                hash.add(JarFingerprint.of(CentralDirectory.of(bytes), List.of()));
            }
        }
    }

    private static void addFolder(File folder, String prefix, FolderLinks links, ContentHash hash) throws IOException {
        File[] files = folder.listFiles();
        if (files == null) {
            throw new IOException("the folder cannot be listed");
        }
        for (File file : files) {
            String name = prefix.concat(file.getName());
            if (file.isDirectory()) {
                FolderLinks followed = links.entering(file, folder);
                if (followed != null) {
                    addFolder(file, name.concat("/"), followed, hash);
                }
            } else {
                addFile(file, name.getBytes(StandardCharsets.UTF_8), hash);
            }
        }
    }

    private static void addFile(File file, byte[] name, ContentHash hash) throws IOException {
        if (JarFingerprint.matters(name, 0, name.length)) {
            byte[] content = Files.readAllBytes(file.toPath());
            CRC32 crc = new CRC32();
            crc.update(content);
            hash.addUnordered(name, 0, name.length, crc.getValue(), content.length);
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
