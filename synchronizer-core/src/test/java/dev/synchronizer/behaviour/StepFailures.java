package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a run that fails has to say. */
final class StepFailures {
    private StepFailures() {}

    static Problems of(ThrowingCallable run) {
        return catchThrowableOfType(ProblemsException.class, run).problems();
    }

    /** The message of the one problem, which is that a step failed. */
    static String messageOf(ThrowingCallable run) {
        List<Problem> problems = of(run).asList();
        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.STEP_FAILED);
        return problems.get(0).message();
    }
}
