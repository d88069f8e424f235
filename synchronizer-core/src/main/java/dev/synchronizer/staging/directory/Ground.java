package dev.synchronizer.staging.directory;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What makes a directory one of a synchronizer: a file that says its format, and, where changes are told to it, one that says
 * its identity. Both are made once and never replaced.
 */
final class Ground {
    static final String FORMAT = "synchronizer-directory/1";
    static final String FORMAT_FILE = "synchronizer-directory.json";
    static final String IDENTITY_FILE = "synchronizer-identity.json";
    private static final int LONGEST = 1 << 16;

    private final DirectoryFiles files;

    Ground(Path root) {
        files = new DirectoryFiles(root, LONGEST);
    }

    /** Whether somebody has made it one. */
    boolean isThere() throws IOException {
        return read(FORMAT_FILE).isPresent();
    }

    /** Makes it one, if it is none. */
    void prepare() throws IOException {
        if (!isThere()) {
            make(FORMAT_FILE, "format", FORMAT);
        }
        requireFormat();
    }

    /** @throws BrokenFileException if it is none, or one of another release */
    void requireFormat() throws IOException {
        String format = member(FORMAT_FILE, "format");
        if (format == null) {
            throw new BrokenFileException("is no directory of a synchronizer: it has no file " + FORMAT_FILE);
        }
        if (!format.equals(FORMAT)) {
            throw new BrokenFileException("has the format " + format + ", and this release reads " + FORMAT);
        }
    }

    /** Its identity, if it has one. */
    Optional<String> identity() throws IOException {
        return Optional.ofNullable(member(IDENTITY_FILE, "identity"));
    }

    String requireIdentity() throws IOException {
        if (identity().isEmpty()) {
            make(IDENTITY_FILE, "identity", UUID.randomUUID().toString());
        }
        return identity().orElseThrow(() -> new BrokenFileException("says no identity in " + IDENTITY_FILE));
    }

    /** Has work done that one at a time does in all processes. */
    <T> T locked(Duration patience, FolderLock.Work<T> work) throws IOException {
        return FolderLock.forWriting(files.file(FORMAT_FILE), patience, work);
    }

    /** Has work done while nobody does such work. */
    <T> T unchanged(Duration patience, FolderLock.Work<T> work) throws IOException {
        return FolderLock.forReading(files.file(FORMAT_FILE), patience, work);
    }

    private Optional<byte[]> read(String path) throws IOException {
        try {
            return files.read(path);
        } catch (BrokenFileException e) {
            throw new BrokenFileException("has a file " + path + " that " + e.reason());
        }
    }

    private @Nullable String member(String path, String name) throws IOException {
        byte[] bytes = read(path).orElse(null);
        if (bytes == null) {
            return null;
        }
        try {
            TreeMap<String, String> texts = new TreeMap<>();
            JsonIn.read(new String(bytes, StandardCharsets.UTF_8), in -> {
                in.object(member -> {
                    if (member.equals(name)) {
                        texts.put(member, in.text());
                    } else {
                        in.skip();
                    }
                });
                return texts;
            });
            return texts.getOrDefault(name, "");
        } catch (UncheckedIOException e) {
            throw new BrokenFileException("has a file " + path + " that is not the JSON that it should be");
        }
    }

    /** Of several that make it at the same time, the first one has made it; nobody sees a half of it. */
    private void make(String path, String name, String text) throws IOException {
        byte[] bytes =
                JsonOut.pretty(out -> out.object(() -> out.text(name, text))).getBytes(StandardCharsets.UTF_8);
        String own = "." + UUID.randomUUID() + ThingPaths.ENDING;
        files.write(own, bytes, true);
        try {
            Files.createLink(files.file(path), files.file(own));
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (UnsupportedOperationException | FileSystemException e) {
            moveUnlessThere(own, path);
        } finally {
            Files.deleteIfExists(files.file(own));
        }
    }

    /** Where there are no links, the name is given by a move. */
    private void moveUnlessThere(String own, String path) throws IOException {
        try {
            Files.move(files.file(own), files.file(path));
        } catch (FileAlreadyExistsException e) {
            return;
        }
    }
}
