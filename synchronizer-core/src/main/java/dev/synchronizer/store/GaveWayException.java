package dev.synchronizer.store;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemsException;
import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database rolled a transaction back, for it and others waited for each other: done once more, it may succeed. */
public final class GaveWayException extends ProblemsException {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int DEEPEST_CAUSE = 20;

    public GaveWayException(Problem problem, Throwable cause) {
        super(problem, cause);
    }

    /** The one that a failure is, or goes back to. */
    public static Optional<GaveWayException> behind(Throwable failure) {
        @Nullable Throwable each = failure;
        for (int depth = 0; each != null && depth < DEEPEST_CAUSE; depth++) {
            if (each instanceof GaveWayException found) {
                return Optional.of(found);
            }
            each = each.getCause();
        }
        return Optional.empty();
    }
}
