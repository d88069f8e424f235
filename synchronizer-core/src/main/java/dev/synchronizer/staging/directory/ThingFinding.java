package dev.synchronizer.staging.directory;

import dev.synchronizer.task.TaskKey;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Finds the files of things. */
final class ThingFinding {
    /** No thing that a store holds comes near: 64 MiB. */
    static final int LONGEST = 1 << 26;

    private final DirectoryFiles files;

    ThingFinding(DirectoryFiles files) {
        this.files = files;
    }

    /** Where a thing stands: an item among those of another type, where its type was called otherwise when it was written. */
    String path(TaskKey key, String type) throws IOException {
        String path = ThingPaths.of(key, type);
        Path items = files.file("items");
        if (!key.kind().equals(TaskKey.ITEM) || files.has(path) || !isFolder(items)) {
            return path;
        }
        String tail = path.substring(path.indexOf('/', "items/".length()));
        try (DirectoryStream<Path> types = Files.newDirectoryStream(items)) {
            for (Path each : types) {
                String other = "items/" + each.getFileName() + tail;
                if (isFolder(each) && files.has(other)) {
                    return other;
                }
            }
        }
        return path;
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }
}
