package dev.synchronizer.cli;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.staging.DeliveryException;

/** Says that a server does not answer. */
final class Unreachable {
    private Unreachable() {}

    /** What keeps it from being asked at all, such as a secret that is missing, is said as it is. */
    static ProblemsException of(String server, DeliveryException thrown) {
        if (thrown.getCause() instanceof ProblemsException known
                && known.problems().stream()
                        .allMatch(problem -> problem.code() == ProblemCode.SECRET_MISSING
                                || problem.code() == ProblemCode.WRONG_SERVER)) {
            return known;
        }
        return new ProblemsException(
                Problem.of(ProblemCode.SERVER_UNREACHABLE, server, String.valueOf(thrown.getMessage())), thrown);
    }
}
