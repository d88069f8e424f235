package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a run that fails has to say. */
final class StepFailures {
    private StepFailures() {}

    static Problems of(ThrowingCallable run) {
        return catchThrowableOfType(ProblemsException.class, run).problems();
    }
}
