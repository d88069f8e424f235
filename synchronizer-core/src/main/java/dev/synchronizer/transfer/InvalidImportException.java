package dev.synchronizer.transfer;

import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.io.Serial;

/** Nothing is imported, as there are lines that cannot be; each problem names its line. */
public final class InvalidImportException extends ProblemsException {
    @Serial
    private static final long serialVersionUID = 1;

    InvalidImportException(Problems problems) {
        super(problems);
    }
}
