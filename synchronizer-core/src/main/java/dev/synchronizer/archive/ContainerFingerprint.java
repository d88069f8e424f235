package dev.synchronizer.archive;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Tells, without inflating anything, whether a jar or a folder of classes may declare other models than before. It runs
 * cold in every start: no streams, no lambdas, no regex.
 */
public final class ContainerFingerprint {
    /** To be raised whenever the same jars are read, judged or compared differently than by the version before. */
    public static final long RULES_VERSION = 4;

    private ContainerFingerprint() {}

    /** Adds the name and all that matters of the content. */
    public static void add(File file, ContentHash hash) throws IOException {
        if (file.isDirectory()) {
            hash.add(FolderName.of(file));
            ContentHash content = new ContentHash();
            addFolder(file, "", FolderLinks.NONE, false, content);
            hash.add(content.hex());
        } else {
            hash.add(file.getName());
            try (FileBytes bytes = new FileBytes(file)) {
                hash.add(JarFingerprint.of(CentralDirectory.of(bytes), List.of()));
            }
        }
    }

    /** Adds which classes lie below a folder of jars, if any do: one that is new may be why the folder is refused. */
    public static void addClassNames(File folder, ContentHash hash) throws IOException {
        addFolder(folder, "", FolderLinks.NONE, true, hash);
    }

    private static void addFolder(File folder, String prefix, FolderLinks links, boolean namesAlone, ContentHash hash)
            throws IOException {
        for (File file : FolderListing.of(folder)) {
            String name = prefix.concat(file.getName());
            if (file.isDirectory()) {
                FolderLinks followed = links.entering(file, folder);
                if (followed != null) {
                    addFolder(file, name.concat("/"), followed, namesAlone, hash);
                }
            } else if (namesAlone) {
                addName(file, name.getBytes(StandardCharsets.UTF_8), hash);
            } else {
                addFile(file, name.getBytes(StandardCharsets.UTF_8), hash);
            }
        }
    }

    private static void addName(File file, byte[] name, ContentHash hash) {
        if (JarFingerprint.isClass(name, 0, name.length)) {
            hash.addUnordered(name, 0, name.length, 0, file.length());
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
}
