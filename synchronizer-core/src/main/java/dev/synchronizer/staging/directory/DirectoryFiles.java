package dev.synchronizer.staging.directory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The files of a directory, by paths with slashes. Each is written as a whole or not at all. No link below the directory is
 * followed: what it leads to is somebody else's.
 */
final class DirectoryFiles {
    private static final String UNFINISHED = ".unfinished";

    private final Path root;
    private final OwnFolders ownFolders;
    private final int longest;

    /** @param longest how many bytes a file may have that is read */
    DirectoryFiles(Path root, int longest) {
        this.root = root;
        ownFolders = new OwnFolders(root);
        this.longest = longest;
    }

    Path root() {
        return root;
    }

    Path file(String path) {
        return root.resolve(path);
    }

    /**
     * What a file holds; empty where there is none.
     *
     * @throws BrokenFileException if it is no file, or longer than any that was written
     */
    Optional<byte[]> read(String path) throws IOException {
        Path file = file(path);
        ownFolders.require(file);
        try {
            requireRegular(file);
            return Optional.of(bytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Whether there is anything, whatever it is. */
    boolean has(String path) throws IOException {
        ownFolders.require(file(path));
        return Files.exists(file(path), LinkOption.NOFOLLOW_LINKS);
    }

    /** What is neither a file nor a folder may never end when it is read. */
    private static void requireRegular(Path file) throws IOException {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (is.isSymbolicLink()) {
            throw new BrokenFileException("is a link, which is not followed");
        }
        if (!is.isRegularFile()) {
            throw new BrokenFileException("is " + (is.isDirectory() ? "a folder" : "no regular file"));
        }
    }

    private byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(longest + 1);
            if (bytes.length > longest) {
                throw new BrokenFileException("has more than " + longest + " bytes");
            }
            return bytes;
        }
    }

    /**
     * Writes a file.
     *
     * @param forced whether it is on the disk for good before this returns
     * @return false if it was so already
     */
    boolean write(String path, byte[] bytes, boolean forced) throws IOException {
        Path file = file(path);
        ownFolders.require(file);
        if (isSame(file, bytes)) {
            return false;
        }
        Files.createDirectories(folder(file));
        Path unfinished = file.resolveSibling("." + UUID.randomUUID() + UNFINISHED);
        try {
            fill(unfinished, bytes, forced);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        if (forced) {
            force(folder(file));
        }
        return true;
    }

    private static boolean isSame(Path file, byte[] bytes) throws IOException {
        try {
            requireRegular(file);
            return Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes);
        } catch (NoSuchFileException | BrokenFileException e) {
            return false;
        }
    }

    private static void fill(Path file, byte[] bytes, boolean forced) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            if (forced) {
                channel.force(true);
            }
        }
    }

    /** Has the names in a folder kept, where the system can do that by itself. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // On Windows a folder cannot be opened, and its names are kept with the move.
            return;
        }
    }

    /** Deletes a file, and the folders that hold nothing any more. */
    boolean delete(String path, boolean forced) throws IOException {
        Path file = file(path);
        ownFolders.require(file);
        boolean deleted = Files.deleteIfExists(file);
        Path folder = folder(file);
        if (deleted && forced) {
            force(folder);
        }
        while (deleted && !folder.equals(root) && isEmptied(folder)) {
            folder = folder(folder);
        }
        return deleted;
    }

    private static boolean isEmptied(Path folder) throws IOException {
        try {
            return Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            return false;
        }
    }

    private static Path folder(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new FileSystemException(file.toString(), null, "it stands in no folder");
        }
        return folder;
    }

    /**
     * The paths of all files that may be those of things, sorted; what is hidden is left out, and so is what was left
     * unfinished. A link to a folder is among them, as things may be missing behind it.
     */
    List<String> paths() throws IOException {
        List<String> paths = new ArrayList<>();
        for (String folder : ThingPaths.FOLDERS) {
            if (Files.exists(file(folder), LinkOption.NOFOLLOW_LINKS)) {
                Files.walkFileTree(file(folder), new Collecting(paths));
            }
        }
        paths.sort(null);
        return paths;
    }

    private final class Collecting extends SimpleFileVisitor<Path> {
        private final List<String> paths;

        Collecting(List<String> paths) {
            this.paths = paths;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean leadsElsewhere = !attributes.isRegularFile() && Files.isDirectory(file);
            if ((leadsElsewhere || file.toString().endsWith(ThingPaths.ENDING)) && !isHidden(file)) {
                paths.add(root.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/"));
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path file) {
            return String.valueOf(file.getFileName()).startsWith(".");
        }
    }
}
