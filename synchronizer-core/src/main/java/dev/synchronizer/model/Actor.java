package dev.synchronizer.model;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;

/** The name of who does something, as the record keeps it. */
public final class Actor {
    private Actor() {}

    /**
     * The same name, if it can be kept.
     *
     * @throws ProblemsException if it has more than 255 characters, or control characters
     */
    public static String checked(String name) {
        ColumnText.fault(name, ColumnText.MAX_NAME).ifPresent(fault -> {
            String message = "the name of who runs it, " + ColumnText.quoted(name) + ", " + fault;
            throw new ProblemsException(
                    Problems.of(new Problem(ProblemCode.WRONG_USAGE, "actor", message, "give a shorter, plain name")));
        });
        return name;
    }
}
