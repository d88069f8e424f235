package dev.synchronizer.cli;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that a command line names for what stands in it. */
final class InputFile {
    private InputFile() {}

    /** @throws ProblemsException if there is none */
    static Path of(String name) {
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException e) {
            throw problem(name, "no file can have this name", e);
        }
        if (Files.isDirectory(path)) {
            throw problem(name, "it is a folder", null);
        }
        if (!Files.exists(path)) {
            throw problem(name, "there is no such file", null);
        }
        return path;
    }

    static ProblemsException unreadable(String name, IOException cause) {
        if (cause instanceof CharacterCodingException) {
            return new ProblemsException(
                    new Problem(
                            ProblemCode.PATH_NOT_FOUND,
                            name,
                            "it is not in UTF-8",
                            "save it in UTF-8; what is no text at all cannot be a value"),
                    cause);
        }
        String why = cause instanceof AccessDeniedException ? "it may not be read" : "it cannot be read: " + cause;
        return problem(name, why, cause);
    }

    private static ProblemsException problem(String name, String message, @Nullable Exception cause) {
        return new ProblemsException(Problem.of(ProblemCode.PATH_NOT_FOUND, name, message), cause);
    }
}
