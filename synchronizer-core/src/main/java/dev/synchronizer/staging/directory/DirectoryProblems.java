package dev.synchronizer.staging.directory;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.io.IOException;
import java.nio.file.Path;

/** What is wrong with directories. */
final class DirectoryProblems {
    private DirectoryProblems() {}

    static Problem broken(String path, BrokenFileException e) {
        return Problem.of(ProblemCode.DIRECTORY_FILE_INVALID, path, "the file " + e.reason());
    }

    static ProblemsException none(Path root, BrokenFileException e) {
        return new ProblemsException(
                Problem.of(ProblemCode.NO_DIRECTORY, root.toString(), "the folder " + e.reason()), e);
    }

    static ProblemsException failed(Path root, IOException e) {
        return new ProblemsException(Problem.of(ProblemCode.DIRECTORY_FAILED, IoReason.at(root, e), IoReason.of(e)), e);
    }

    static Problem massDeletion(Path root, long deletions, long all) {
        return new Problem(
                ProblemCode.MASS_DELETION,
                root.toString(),
                deletions + " of " + all + " things would be deleted, as they have no file",
                "see that no files are missing, or allow " + deletions + " deletions");
    }

    static ProblemsException massRemoval(Path root, long removals, long all) {
        return new ProblemsException(
                new Problem(
                        ProblemCode.MASS_DELETION,
                        root.toString(),
                        removals + " of " + all + " files would be removed, as the store does not hold what they say",
                        "see that it is the right store, or allow " + removals + " deletions; no file was removed"),
                null);
    }
}
