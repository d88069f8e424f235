package dev.synchronizer.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private static final Problem DUPLICATE = Problem.of(ProblemCode.DUPLICATE_GUID, "com.acme.B", "two of them");
    private static final Problem NAME = Problem.of(ProblemCode.INVALID_NAME, "com.acme.A", "a strange name");
    private static final Problem ADVICE = Problem.of(ProblemCode.MODULE_WITHOUT_VERSION, "a-module", "no version");

    @Test
    void problemsAreSortedByGravityThenSubjectThenCode() {
        Problem second = Problem.of(ProblemCode.GUID_NOT_A_UUID, "com.acme.B", "no UUID");
        assertThat(Problems.of(ADVICE, second, DUPLICATE, NAME).asList())
                .containsExactly(NAME, DUPLICATE, second, ADVICE);
    }

    @Test
    void oneProblemIsKeptOnce() {
        Problem same = Problem.of(ProblemCode.INVALID_NAME, "com.acme.A", "a strange name");
        assertThat(Problems.of(NAME, same).count()).isEqualTo(1);
        assertThat(Problems.of(NAME).and(Problems.of(same))).isEqualTo(Problems.of(NAME));
    }

    @Test
    void problemsThatDifferOnlyInTheirWordsAreTwo() {
        Problem other = new Problem(NAME.code(), NAME.subject(), NAME.message(), "another way out");
        assertThat(Problems.of(NAME, other).count()).isEqualTo(2);
    }

    @Test
    void joiningIsCommutativeAndAssociativeAndNoneIsItsNeutralElement() {
        Problems a = Problems.of(DUPLICATE);
        Problems b = Problems.of(NAME, ADVICE);
        Problems c = Problems.of(ADVICE);
        assertThat(a.and(b)).isEqualTo(b.and(a)).hasSameHashCodeAs(b.and(a));
        assertThat(a.and(b).and(c)).isEqualTo(a.and(b.and(c)));
        assertThat(a.and(Problems.none()))
                .isEqualTo(a)
                .isEqualTo(Problems.none().and(a));
    }

    @Test
    void joiningLeavesBothAsTheyWere() {
        Problems one = Problems.of(DUPLICATE);
        Problems joined = one.and(Problems.of(NAME));
        assertThat(one.asList()).containsExactly(DUPLICATE);
        assertThat(joined.count()).isEqualTo(2);
    }

    @Test
    void errorsAndWarningsAreApart() {
        Problems all = Problems.of(DUPLICATE, NAME, ADVICE);
        assertThat(all.errors().asList()).containsExactly(NAME, DUPLICATE);
        assertThat(all.warnings().asList()).containsExactly(ADVICE);
        assertThat(all.errors().and(all.warnings())).isEqualTo(all);
    }

    @Test
    void errorsAreThrownWithTheWarningsBesideThem() {
        Problems all = Problems.of(ADVICE, NAME);
        assertThatThrownBy(all::throwIfErrors)
                .isInstanceOfSatisfying(
                        ProblemsException.class, e -> assertThat(e.problems()).isEqualTo(all))
                .hasMessage(all.toString());
    }

    @Test
    void warningsAloneAreNotThrown() {
        Problems warnings = Problems.of(ADVICE);
        assertThat(warnings.throwIfErrors()).isSameAs(warnings);
        assertThat(Problems.none().throwIfErrors().isEmpty()).isTrue();
    }

    @Test
    void aProblemIsOneLineWithCodeSubjectMessageAndFix() {
        assertThat(NAME)
                .hasToString("CT204 error com.acme.A: a strange name. Fix: rename it, or name it by the annotation.");
        assertThat(Problems.of(List.of(NAME, ADVICE)).toString().lines()).hasSize(2);
    }
}
