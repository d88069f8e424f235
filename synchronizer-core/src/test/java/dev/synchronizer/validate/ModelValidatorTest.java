package dev.synchronizer.validate;

import static dev.synchronizer.model.SettingKey.ALLOWED_TYPES;
import static dev.synchronizer.model.SettingKey.LOCKED;
import static dev.synchronizer.model.SettingKey.MAX;
import static dev.synchronizer.model.SettingKey.MIN;
import static dev.synchronizer.model.SettingKey.MIN_ITEMS;
import static dev.synchronizer.model.SettingKey.REPLACED_BY;
import static dev.synchronizer.validate.Fixture.extending;
import static dev.synchronizer.validate.Fixture.property;
import static dev.synchronizer.validate.Fixture.renamed;
import static dev.synchronizer.validate.Fixture.site;
import static dev.synchronizer.validate.Fixture.step;
import static dev.synchronizer.validate.Fixture.stepping;
import static dev.synchronizer.validate.Fixture.suppressing;
import static dev.synchronizer.validate.Fixture.text;
import static dev.synchronizer.validate.Fixture.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.StepModel;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelValidatorTest {
    private static final String GUID = "0a7e1c52-8d2f-4a53-9f0e-3b1f6d2c4e5a";

    /** One bad model for each code, with nothing else wrong in it. */
    private static final Map<ProblemCode, ContentModel> BAD_MODELS = Map.ofEntries(
            Map.entry(
                    ProblemCode.DUPLICATE_GUID,
                    site(type("A").withGuid(GUID), type("B").withGuid(GUID))),
            Map.entry(ProblemCode.DUPLICATE_TYPE_NAME, site(type("A"), type("A").withClassName("com.other.A"))),
            Map.entry(ProblemCode.GUID_NOT_A_UUID, site(type("A").withGuid("A"))),
            Map.entry(ProblemCode.INVALID_NAME, site(type("A", text("the-title")))),
            Map.entry(ProblemCode.DUPLICATE_PROPERTY_NAME, site(type("A", text("title"), text("Title")))),
            Map.entry(
                    ProblemCode.UNKNOWN_ALLOWED_TYPE,
                    site(type("A", property("REFERENCE", ALLOWED_TYPES, List.of("com.acme.Plain"))))),
            Map.entry(ProblemCode.CONTRADICTORY_CONSTRAINTS, site(type("A", property("INTEGER", MIN, 2, MAX, 1)))),
            Map.entry(ProblemCode.BLOCK_CYCLE, site(type("A", property("BLOCK<A>")))),
            Map.entry(ProblemCode.RENAME_OF_A_LIVING_NAME, site(renamed(type("A"), "B"), type("B"))),
            Map.entry(ProblemCode.SETTING_NOT_APPLICABLE, site(type("A", property("STRING", MIN_ITEMS, 2)))),
            Map.entry(ProblemCode.UNKNOWN_LOCKED_SETTING, site(type("A", property("STRING", LOCKED, List.of("x"))))),
            Map.entry(ProblemCode.UNKNOWN_SUCCESSOR, site(type("A", property("STRING", REPLACED_BY, "x")))),
            Map.entry(ProblemCode.USELESS_SUPPRESSION, site(suppressing(type("A"), "CT201"))),
            Map.entry(ProblemCode.CLASS_NAME_NOT_STORABLE, site(type("A").withClassName("a".repeat(1001)))),
            Map.entry(ProblemCode.DUPLICATE_STEP, stepping(step("Split", "1.0"), step("Split", "0.9"))),
            Map.entry(ProblemCode.STEP_NOT_STORABLE, stepping(step("s".repeat(256), "1.0"))),
            Map.entry(ProblemCode.STEP_AHEAD_OF_MODULE, stepping(step("Split", "1.1"))));

    @Test
    void everyCodeOfAnInvalidModelHasAModelThatTriggersItAndNothingElse() {
        Set<ProblemCode> ofModels = Arrays.stream(ProblemCode.values())
                .filter(code -> code.id().startsWith("CT2"))
                .collect(Collectors.toSet());
        assertThat(BAD_MODELS.keySet()).isEqualTo(ofModels);
        BAD_MODELS.forEach((code, model) -> assertThat(problems(model).asList())
                .as(code.id())
                .extracting(Problem::code)
                .containsExactly(code));
    }

    @Test
    void aModelWithoutFaultsHasNoProblems() {
        assertThat(ModelValidator.validate(site(type("Article", text("title")), type("News"))))
                .isEqualTo(Validation.nothing());
        assertThat(problems(ContentModel.of()).isEmpty()).isTrue();
    }

    @Test
    void allBadModelsTogetherShowEveryCodeAtOnce() {
        TypeModel[] types =
                BAD_MODELS.values().stream().flatMap(ContentModel::types).toArray(TypeModel[]::new);
        List<StepModel> steps = BAD_MODELS.values().stream()
                .flatMap(model -> model.modules().stream())
                .flatMap(module -> module.steps().stream())
                .toList();
        ContentModel all = ContentModel.of(Fixture.module("site", types).withSteps(steps));
        assertThat(problems(all).stream().map(Problem::code).collect(Collectors.toSet()))
                .isEqualTo(BAD_MODELS.keySet());
    }

    @Test
    void fortyViolationsAreFortyProblemsSortedWithTheErrorsFirst() {
        PropertyModel[] properties = IntStream.range(0, 39)
                .mapToObj(i -> property("BOOLEAN", MIN_ITEMS, 1).withName("p" + i))
                .toArray(PropertyModel[]::new);
        TypeModel base = suppressing(type("Article", properties), "CT999");
        ContentModel model = site(base, extending("Article", type("News", properties)));
        Problems problems = problems(model);
        assertThat(problems.count()).isEqualTo(40);
        assertThat(problems.asList()).isSorted().doesNotHaveDuplicates();
        assertThat(problems.asList().get(39).code()).isEqualTo(ProblemCode.USELESS_SUPPRESSION);
    }

    @Test
    void theOrderOfTypesAndPropertiesMakesNoDifference() {
        List<PropertyModel> properties = List.of(text("b"), text("B"), text("a"), text("A"));
        List<PropertyModel> turned = List.of(text("A"), text("a"), text("B"), text("b"));
        TypeModel other = type("Other").withGuid("x");
        assertThat(problems(site(type("Article").withProperties(properties), other)))
                .isEqualTo(problems(site(other, type("Article").withProperties(turned))));
    }

    private static Problems problems(ContentModel model) {
        return ModelValidator.validate(model).problems();
    }
}
