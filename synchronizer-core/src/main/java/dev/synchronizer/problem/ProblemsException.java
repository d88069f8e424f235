package dev.synchronizer.problem;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Ends a run, carrying every problem that was found up to there. */
public class ProblemsException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problems problems;

    public ProblemsException(Problems problems) {
        this(problems, null);
    }

    public ProblemsException(Problem problem, @Nullable Throwable cause) {
        this(Problems.of(problem), cause);
    }

    public ProblemsException(Problems problems, @Nullable Throwable cause) {
        super(problems.toString(), cause);
        this.problems = problems;
    }

    public Problems problems() {
        return problems;
    }
}
