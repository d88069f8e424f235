package dev.synchronizer.validate;

import static dev.synchronizer.validate.Fixture.module;
import static dev.synchronizer.validate.Fixture.step;
import static dev.synchronizer.validate.Fixture.stepping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.StepModel;
import dev.synchronizer.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** F2: what has to be so for steps to be told apart, put in order and kept in the ledger. */
class StepRulesTest {
    @Test
    void twoStepsOfOneNameAreReportedOnceNamingBothClasses() {
        List<Problem> problems = problems(stepping(step("Split", "1.0"), step("Split", "0.9"), step("Join", "1.0")));

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).message())
                .isEqualTo("the migration step Split of site is declared by com.acme.Split0.9 and com.acme.Split1.0");
    }

    @Test
    void twoModulesMayHaveStepsOfOneName() {
        ModuleModel other = module("other").withSteps(List.of(step("Split", "1.0")));

        assertThat(problems(ContentModel.of(module("site").withSteps(List.of(step("Split", "1.0"))), other)))
                .isEmpty();
    }

    @Test
    void aVersionWithoutANumberHasNoPlaceAmongOthers() {
        assertThat(problems(stepping(step("Split", "next"))))
                .extracting(Problem::message)
                .containsExactly("its version, \"next\", has no number");
        assertThat(problems(stepping(step("Split", "")))).hasSize(1);
    }

    @Test
    void onlyMajorAndMinorTellWhetherAStepIsAheadOfItsModule() {
        assertThat(problems(stepping(step("Split", "1.0.7")))).isEmpty();
        assertThat(problems(stepping(step("Split", "1.1"))))
                .extracting(Problem::message)
                .containsExactly("the migration step Split is for version 1.1, and site is 1.0");
    }

    @Test
    void aModuleWithoutAVersionHasNoStepAheadOfIt() {
        StepModel step = step("Split", "9.0");

        assertThat(problems(ContentModel.of(new ModuleModel("site", null, List.of(), List.of(step)))))
                .isEmpty();
    }

    private static List<Problem> problems(ContentModel model) {
        return ModelValidator.validate(model).problems().asList();
    }
}
