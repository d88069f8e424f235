package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
    @Test
    void whereSeveralApplyTheGravestIsIt() {
        assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::number)).containsExactly(64, 1, 4, 5, 3, 2, 0);
        assertThat(ExitCode.PENDING.or(ExitCode.REFUSED)).isEqualTo(ExitCode.REFUSED);
        assertThat(ExitCode.DONE.or(ExitCode.PENDING)).isEqualTo(ExitCode.PENDING);
    }

    @Test
    void theGravestProblemDecides() {
        assertThat(of(ProblemCode.MODULE_WITHOUT_VERSION)).isEqualTo(0);
        assertThat(of(ProblemCode.POLICY_VIOLATED, ProblemCode.MODULE_WITHOUT_VERSION))
                .isEqualTo(3);
        assertThat(of(ProblemCode.POLICY_VIOLATED, ProblemCode.GUID_CONFLICT)).isEqualTo(5);
        assertThat(of(ProblemCode.GUID_CONFLICT, ProblemCode.DUPLICATE_GUID)).isEqualTo(4);
        assertThat(of(ProblemCode.DUPLICATE_GUID, ProblemCode.PATH_NOT_FOUND)).isEqualTo(1);
        assertThat(of(ProblemCode.UNKNOWN_TYPE, ProblemCode.PATH_NOT_FOUND)).isEqualTo(64);
    }

    private static int of(ProblemCode... codes) {
        return ExitCode.of(Problems.of(Arrays.stream(codes)
                        .map(code -> Problem.of(code, "x", "y"))
                        .toList()))
                .number();
    }
}
