package dev.synchronizer.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettledPlanTest {
    private static final Problem WARNING =
            new Problem(ProblemCode.values()[0], "a\\nb", "two\nlines, C:\\new and \\\\", "");

    private static final SyncPlan PLAN = new SyncPlan(
            7,
            new Summary(Map.of(ChangeState.IDENTICAL, 3), Map.of(ChangeState.GATED, 1), 0, Grade.COMPATIBLE),
            List.of(
                    new ModulePlan("one", null, "1.0", ModuleState.GATED, "f1", "f0", ModulePlan.Outcome.LEAVE, null),
                    new ModulePlan("two", "\\0", null, ModuleState.ABSENT, null, "", ModulePlan.Outcome.LEAVE, null)),
            List.of(),
            Problems.of(WARNING),
            Problems.none());

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(SettledPlan.read(SettledPlan.write(PLAN))).isEqualTo(PLAN);
    }

    @Test
    void anotherFormatCountsAsNotRemembered() {
        assertThat(SettledPlan.read("{}")).isNull();
    }

    @Test
    void aCodeOfAnotherVersionIsLeftOut() {
        String text = SettledPlan.write(PLAN).replace(WARNING.code().id(), "CT000");

        assertThat(SettledPlan.read(text)).isEqualTo(withoutProblems());
    }

    @Test
    void aPolicyIsStandardOnlyWhereNothingElseIsWanted() {
        Policy standard = Policy.standard();

        assertThat(standard.isStandard()).isTrue();
        assertThat(standard.withScope(standard.scope().within(Set.of("a"))).isStandard())
                .isTrue();
        assertThat(List.of(
                        standard.allowingLossy(),
                        standard.withOrphans(new OrphanPolicy.Keep()),
                        standard.withOrphans(new OrphanPolicy.Quarantine(Duration.ofDays(1))),
                        standard.withScope(standard.scope().onlyTypes(Set.of("A"))),
                        standard.withScope(standard.scope().gone(Set.of("m")))))
                .noneMatch(Policy::isStandard);
    }

    private static SyncPlan withoutProblems() {
        return new SyncPlan(
                PLAN.revision(), PLAN.summary(), PLAN.modules(), List.of(), Problems.none(), Problems.none());
    }
}
