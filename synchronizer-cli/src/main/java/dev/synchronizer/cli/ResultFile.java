package dev.synchronizer.cli;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Files that results are written to: there as a whole, or as they were before. */
final class ResultFile {
    private ResultFile() {}

    /**
     * Finds out before anything is done whether the file could be written afterwards.
     *
     * @throws ProblemsException if it could not
     */
    static void check(Path file) {
        Path folder = folderOf(file);
        if (Files.isDirectory(file)) {
            throw failed(file, "it is a folder", null);
        }
        if (!Files.isDirectory(folder)) {
            throw failed(file, "there is no folder " + folder, null);
        }
        if (!Files.isWritable(isReplaced(file) ? folder : file)) {
            throw failed(file, "this user may not write there", null);
        }
    }

    /**
     * Puts a text in the place of whatever the file holds.
     *
     * @throws ProblemsException if it cannot be written
     */
    static void write(Path file, String text) {
        try {
            if (isReplaced(file)) {
                replace(
                        Files.exists(file) ? file.toRealPath() : file,
                        half -> Files.writeString(half, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
            } else {
                Files.writeString(file, text);
            }
        } catch (IOException e) {
            throw failed(file, "the result cannot be written: " + e, e);
        }
    }

    /**
     * Puts in the place of whatever the file holds what is written bit by bit.
     *
     * @throws ProblemsException if it cannot be written
     */
    static void stream(Path file, Consumer<OutputStream> content) {
        try {
            if (isReplaced(file)) {
                replace(
                        Files.exists(file) ? file.toRealPath() : file,
                        half -> write(half, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
            } else {
                write(file, content);
            }
        } catch (IOException | UncheckedIOException e) {
            throw failed(file, "the result cannot be written: " + e, e);
        }
    }

    private static void write(Path file, Consumer<OutputStream> content, OpenOption... options) throws IOException {
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file, options))) {
            content.accept(stream);
        }
    }

    /** Not made as a temporary file, which nobody else could read. */
    private static void replace(Path file, Writing writing) throws IOException {
        Path half = folderOf(file)
                .resolve(".%s.%s"
                        .formatted(file.getFileName(), ProcessHandle.current().pid()));
        // For whoever is told to end in the middle of it.
        half.toFile().deleteOnExit();
        try {
            writing.write(half);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** Devices and named pipes are written to as they are. */
    private static boolean isReplaced(Path file) {
        return Files.isRegularFile(file) || Files.notExists(file);
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    private interface Writing {
        void write(Path file) throws IOException;
    }

    private static ProblemsException failed(Path file, String message, @Nullable Throwable cause) {
        return new ProblemsException(Problem.of(ProblemCode.OUTPUT_FAILED, file.toString(), message), cause);
    }
}
