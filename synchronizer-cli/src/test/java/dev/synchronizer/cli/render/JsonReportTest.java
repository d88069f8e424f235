package dev.synchronizer.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.Fingerprint;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.plan.OverrideState;
import dev.synchronizer.plan.PlanJson;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    private static final Path PLAN = Path.of("../docs/schema/synchronizer-plan-1.schema.json");
    private static final Path VALIDATION = Path.of("../docs/schema/synchronizer-validation-1.schema.json");

    @Test
    void everyKindOfPlanSatisfiesTheDocumentedSchema() throws IOException {
        String json = new JsonReport().render(Plans.shown(Plans.ofEveryKind(), true));

        assertThat(schema(PLAN).validate(json, InputFormat.JSON)).isEmpty();
    }

    @Test
    void whatWasFoundBeforeThereWasAPlanSatisfiesItToo() throws IOException {
        Problems problems = Plans.ofEveryKind().problems();
        String json = new JsonReport().render(Plans.shown(PlanJson.ofProblems(problems), false));

        assertThat(schema(PLAN).validate(json, InputFormat.JSON)).isEmpty();
    }

    @Test
    void aPlanSaysWhoHidesAChangeAndWhatGoesWithADeletion() throws IOException {
        JsonNode plan = new ObjectMapper().readTree(new JsonReport().render(Plans.shown(Plans.ofEveryKind(), false)));
        JsonNode required = find(plan.at("/types/0/properties/0/settings"), "required");

        assertThat(required.path("effect").asText()).isEqualTo("masked");
        assertThat(required.path("overriddenWith").toString()).isEqualTo("false");
        assertThat(required.path("overriddenBy").asText()).isEqualTo("ann");
        assertThat(required.path("overriddenAt").asText()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(find(plan.path("types"), "Newsletter")
                        .path("overridesDeleted")
                        .asInt())
                .isEqualTo(2);
        assertThat(plan.path("overrides")).hasSize(5);
    }

    @Test
    void whatFollowsARenameSatisfiesTheSchema() throws IOException {
        String json = new JsonReport().render(Plans.shown(Plans.ofARenameThatIsFollowed(), false));

        assertThat(schema(PLAN).validate(json, InputFormat.JSON)).isEmpty();
        assertThat(json).contains("\"following\"");
        assertThat(schema(PLAN).validate(json.replace("\"dataType\"", "7"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void theSchemaKnowsEveryStanding() throws IOException {
        String json = new JsonReport().render(Plans.shown(Plans.ofEveryKind(), true));

        for (OverrideState state : OverrideState.values()) {
            String other = json.replace("\"standing\": \"effective\"", "\"standing\": \"" + state.label() + "\"");
            assertThat(schema(PLAN).validate(other, InputFormat.JSON)).isEmpty();
        }
        assertThat(schema(PLAN)
                        .validate(
                                json.replace("\"standing\": \"effective\"", "\"standing\": \"lost\""),
                                InputFormat.JSON))
                .isNotEmpty();
    }

    private static JsonNode find(JsonNode array, String name) {
        for (JsonNode each : array) {
            if (each.path("name").asText().equals(name)) {
                return each;
            }
        }
        throw new AssertionError("nothing is named " + name);
    }

    @Test
    void theSchemaRejectsWhatIsNoPlan() throws IOException {
        String json = new JsonReport().render(Plans.shown(Plans.ofEveryKind(), true));

        assertThat(schema(PLAN).validate(json.replace("\"orphaned\"", "\"lost\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema(PLAN).validate(json.replace("\"grade\": \"lossy\"", "\"grade\": 3"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void validModelsAreDescribedBySizeAndFingerprint() throws IOException {
        ModuleModel module = Plans.withNarrowAndWide();
        ContentModel model = ContentModel.of(module, new ModuleModel("empty", "1.0", List.of()));
        String json = render(Outcome.valid(model));

        assertThat(schema(VALIDATION).validate(json, InputFormat.JSON)).isEmpty();
        JsonNode found = new ObjectMapper().readTree(json);
        assertThat(found.at("/valid").asBoolean()).isTrue();
        assertThat(found.at("/summary").toString()).isEqualTo("{\"modules\":1,\"types\":1,\"properties\":2}");
        assertThat(found.at("/modules/0/fingerprint").asText()).isEqualTo(Fingerprint.of(module));
        assertThat(found.at("/modules/0/version").asText()).isEqualTo("1.0");
        assertThat(found.at("/modules")).hasSize(1);
    }

    @Test
    void modelsThatAreNotValidAreNotCounted() throws IOException {
        String json = render(Outcome.notValid());

        assertThat(schema(VALIDATION).validate(json, InputFormat.JSON)).isEmpty();
        assertThat(json).contains("\"valid\": false").doesNotContain("summary");
        assertThat(schema(VALIDATION).validate(json.replace("false", "true"), InputFormat.JSON))
                .isNotEmpty();
    }

    private static String render(Outcome outcome) {
        SyncPlan found = PlanJson.ofProblems(Plans.ofEveryKind().problems());
        return new JsonReport()
                .render(new ReportInput(found, outcome, false, List.of(), List.of(), true, Style.PLAIN, "1.0"));
    }

    private static Schema schema(Path file) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(file), InputFormat.JSON);
    }
}
