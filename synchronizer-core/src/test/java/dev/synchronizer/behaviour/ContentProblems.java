package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemsException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a call is refused for. */
final class ContentProblems {
    private ContentProblems() {}

    static List<Problem> of(ThrowingCallable call) {
        ProblemsException refusal = catchThrowableOfType(ProblemsException.class, call);
        assertThat(refusal).as("it is refused").isNotNull();
        return refusal.problems().asList();
    }
}
