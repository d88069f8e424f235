package dev.synchronizer.plan;

import static dev.synchronizer.fixtures.Models.model;
import static dev.synchronizer.fixtures.Models.module;
import static dev.synchronizer.fixtures.Models.site;
import static dev.synchronizer.fixtures.Models.text;
import static dev.synchronizer.fixtures.Models.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.annotation.Migration;
import dev.synchronizer.diff.ModelComparison;
import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ExecutedStep;
import dev.synchronizer.model.ModelJson;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.StepModel;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.Usage;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.validate.Validation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** F2: which migration steps run, which need not, and what forbids it. */
class StepPlanningTest {
    private static final Policy CONSENTING = Policy.standard().runningSteps(true);
    private static final ModuleModel OLD = site("1.0", type("Article", text("title")));

    @Test
    void aStepThatTheLedgerDoesNotKnowRuns() {
        SyncPlan plan = plan(stored(OLD), CONSENTING, with(OLD, step("Split", "1.0")));

        assertThat(plan.steps()).extracting(StepPlan::state).containsExactly(StepPlan.State.RUN);
        assertThat(plan.isPending()).isTrue();
        assertThat(plan.refusals().isEmpty()).isTrue();
    }

    @Test
    void aStepThatRanIsNotPlannedAgain() {
        ModuleModel module = with(OLD, step("Split", "1.0"));

        SyncPlan plan = plan(stored(module), CONSENTING, module);

        assertThat(plan.steps()).isEmpty();
        assertThat(plan.hasWork()).isFalse();
    }

    @Test
    void withoutConsentAStepThatHasToRunIsARefusalThatNamesIt() {
        SyncPlan plan = plan(stored(OLD), Policy.standard(), with(OLD, step("Split", "1.0")));

        assertThat(plan.steps()).hasSize(1);
        assertThat(plan.refusals().asList())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.STEP_WITHOUT_CONSENT);
        assertThat(plan.refusals().asList().get(0).toString()).contains("Split of site", "--run-steps");
    }

    @Test
    void whereTheModuleIsNewItsStepsAreOnlyRecordedAndNobodyIsAsked() {
        SyncPlan plan = plan(StoredModel.empty(), Policy.standard(), with(OLD, step("Split", "1.0")));

        assertThat(plan.steps()).extracting(StepPlan::state).containsExactly(StepPlan.State.BASELINE);
        assertThat(plan.refusals().isEmpty()).isTrue();
        assertThat(plan.hasWork()).isTrue();
    }

    @Test
    void aModuleThatTakesOverStoredTypesIsNotNewAndItsStepsRun() {
        ModuleModel other = with(module("other", "1.0", type("Article", text("title"))), step("Split", "1.0"));

        SyncPlan plan = plan(stored(OLD), CONSENTING, site("1.0"), other);

        assertThat(plan.steps()).extracting(StepPlan::state).containsExactly(StepPlan.State.RUN);
    }

    @Test
    void aStepThatRanInAModuleWhichHasAnotherNameNowDoesNotRunAgain() {
        ModuleModel before = with(OLD, step("Split", "1.0"));
        ModuleModel renamed = with(module("other", "1.0", type("Article", text("title"))), step("Split", "1.0"));

        SyncPlan plan = plan(stored(before), CONSENTING, renamed);

        assertThat(plan.steps()).extracting(StepPlan::state).containsExactly(StepPlan.State.BASELINE);
    }

    @Test
    void stepsOfAModuleWithoutTypesRunWhereThereAreTypesAlready() {
        ModuleModel steps = with(module("steps", "1.0"), step("Split", "1.0"));

        assertThat(plan(stored(OLD), CONSENTING, OLD, steps).steps())
                .extracting(StepPlan::state)
                .containsExactly(StepPlan.State.RUN);
        assertThat(plan(StoredModel.empty(), CONSENTING, OLD, steps).steps())
                .extracting(StepPlan::state)
                .containsExactly(StepPlan.State.BASELINE);
    }

    @Test
    void stepsOfAGatedModuleAreLeftAlone() {
        ModuleModel newer = site("1.1", type("Article", text("title")));

        assertThat(plan(stored(newer), Policy.standard(), with(OLD, step("Split", "1.0")))
                        .steps())
                .isEmpty();
    }

    @Test
    void aRunOfSingleTypesLeavesStepsToTheNextOne() {
        Policy single = Policy.standard().withScope(Policy.standard().scope().onlyTypes(List.of("Article")));

        SyncPlan plan = plan(stored(OLD), single, with(OLD, step("Split", "1.0")));

        assertThat(plan.steps()).isEmpty();
        assertThat(plan.refusals().isEmpty()).isTrue();
    }

    @Test
    void codeThatChangedSinceItRanIsARefusalThatNamesStepVersionAndRun() {
        StoredModel stored = stored(with(OLD, step("Split", "1.0")));
        StepModel changed = new StepModel("Split", "com.acme.Split", "1.0", 0, Migration.Phase.AFTER, "other");

        SyncPlan plan = plan(stored, CONSENTING, with(OLD, changed));

        assertThat(plan.steps()).isEmpty();
        assertThat(plan.refusals().asList()).extracting(Problem::code).containsExactly(ProblemCode.STEP_CHANGED);
        assertThat(plan.refusals().asList().get(0).message())
                .isEqualTo(
                        "the migration step Split of site for version 1.0 ran in run 1, and its code has changed since");
    }

    @Test
    void codeMayChangeWhereItDidNotRun() {
        StepModel step = step("Split", "1.0");
        ExecutedStep baseline = new ExecutedStep("site", "Split", "1.0", "other", true, 1, Instant.EPOCH, 0);
        StoredModel before = stored(OLD);
        StoredModel stored = new StoredModel(1, before.modules(), before.types(), List.of(), List.of(baseline));

        assertThat(plan(stored, CONSENTING, with(OLD, step)).refusals().isEmpty())
                .isTrue();
    }

    @Test
    void aMovedVersionOrOrderOfAStepThatRanIsNoChange() {
        StepModel moved = new StepModel("Split", "com.acme.Split", "0.5", 7, Migration.Phase.BEFORE, "checksum");

        assertThat(plan(stored(with(OLD, step("Split", "1.0"))), CONSENTING, with(OLD, moved))
                        .hasWork())
                .isFalse();
    }

    @Test
    void stepsAreInTheOrderInWhichTheyRun() {
        ModuleModel module = with(
                site("1.10", type("Article", text("title"))), step("B", "1.10"), step("C", "1.9"), step("A", "1.10"));

        assertThat(plan(stored(OLD), CONSENTING, module).steps())
                .extracting(step -> step.step().name())
                .containsExactly("C", "A", "B");
    }

    @Test
    void theJsonFormTellsOfEachStep() {
        SyncPlan plan = plan(stored(OLD), CONSENTING, with(OLD, step("Split", "1.0")));
        SyncPlan counted =
                plan.withSteps(plan.steps().stream().map(s -> s.withItems(17)).toList());

        assertThat(JsonOut.compact(out -> PlanJson.write(counted, true, false, false, out)))
                .contains("\"steps\":[{\"module\":\"site\",\"name\":\"Split\",\"version\":\"1.0\",\"phase\":\"after\","
                        + "\"state\":\"run\",\"items\":17}]");
        assertThat(JsonOut.compact(out -> PlanJson.writeDeeds(counted, out)))
                .isEqualTo(JsonOut.compact(out -> PlanJson.writeDeeds(plan, out)))
                .contains("\"Split\"");
    }

    @Test
    void stepsAreWrittenWithTheirModuleAndReadBack() {
        ModuleModel module = with(OLD, step("Split", "1.0"));

        String json = JsonOut.compact(out -> ModelJson.write(module, out));

        assertThat(JsonIn.<ModuleModel>read(json, ModelJson::read)).isEqualTo(module);
    }

    private static ModuleModel with(ModuleModel module, StepModel... steps) {
        return module.withSteps(List.of(steps));
    }

    private static StepModel step(String name, String version) {
        return new StepModel(name, "com.acme." + name, version, 0, Migration.Phase.AFTER, "checksum");
    }

    private static StoredModel stored(ModuleModel... modules) {
        return StoredModel.ofCommitted(model(modules));
    }

    private static SyncPlan plan(StoredModel stored, Policy policy, ModuleModel... modules) {
        ContentModel model = model(modules);
        return Planner.plan(
                ModelComparison.compare(stored, model, policy.scope()),
                policy,
                Usage.NONE,
                Validation.nothing(),
                Instant.EPOCH);
    }
}
