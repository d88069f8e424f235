package dev.synchronizer.staging.directory;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The folders below a directory, none of which may be a link. Who may exchange folders while somebody is at work in them is
 * trusted not to.
 */
final class OwnFolders {
    private final Path root;

    OwnFolders(Path root) {
        this.root = root;
    }

    /** @throws FileSystemException if a file is reached through a link, wherever that leads */
    void require(Path file) throws IOException {
        Path folder = root;
        for (Path part : root.relativize(file)) {
            if (!folder.equals(root) && leadsElsewhere(folder)) {
                throw new FileSystemException(
                        folder.toString(), null, "it is a link, which is not followed; put a folder in its place");
            }
            folder = folder.resolve(part);
        }
    }

    private static boolean leadsElsewhere(Path folder) throws IOException {
        try {
            BasicFileAttributes is = Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            // What Windows calls a junction is something other.
            return is.isSymbolicLink() || is.isOther();
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
