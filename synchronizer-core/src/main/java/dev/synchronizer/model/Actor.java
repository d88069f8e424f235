package dev.synchronizer.model;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.util.Optional;

/** The name of who does something, as the record keeps it. */
public final class Actor {
    private Actor() {}

    /**
     * The same name, if it can be kept.
     *
     * @throws ProblemsException if it is blank, has more than 255 characters, or control characters
     */
    public static String checked(String name) {
        fault(name).ifPresent(fault -> {
            String message = "the name of who runs it, " + ColumnText.quoted(name) + ", " + fault;
            throw new ProblemsException(Problems.of(new Problem(
                    ProblemCode.WRONG_USAGE,
                    "actor",
                    message,
                    "give a plain name of " + ColumnText.MAX_NAME + " characters at most")));
        });
        return name;
    }

    /** The name under which the operating system knows who runs this process, if it can be kept. */
    public static String ofProcess() {
        String name = System.getProperty("user.name", "");
        return fault(name).isEmpty() ? name : "unknown";
    }

    /** Why a name cannot be kept, such as "is blank"; nothing if it can. */
    public static Optional<String> fault(String name) {
        return name.isBlank() ? Optional.of("is blank") : ColumnText.fault(name, ColumnText.MAX_NAME);
    }
}
