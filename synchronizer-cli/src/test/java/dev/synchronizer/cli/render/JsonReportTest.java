package dev.synchronizer.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.synchronizer.plan.PlanJson;
import dev.synchronizer.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    private static final Path SCHEMA = Path.of("../docs/schema/synchronizer-plan-1.schema.json");

    @Test
    void everyKindOfPlanSatisfiesTheDocumentedSchema() throws IOException {
        String json = new JsonReport().render(Plans.shown(Plans.ofEveryKind(), true));

        assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
    }

    @Test
    void whatWasFoundBeforeThereWasAPlanSatisfiesItToo() throws IOException {
        Problems problems = Plans.ofEveryKind().problems();
        String json = new JsonReport().render(Plans.shown(PlanJson.ofProblems(problems), false));

        assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
    }

    @Test
    void theSchemaRejectsWhatIsNoPlan() throws IOException {
        String json = new JsonReport().render(Plans.shown(Plans.ofEveryKind(), true));

        assertThat(schema().validate(json.replace("\"orphaned\"", "\"lost\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema().validate(json.replace("\"grade\": \"lossy\"", "\"grade\": 3"), InputFormat.JSON))
                .isNotEmpty();
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    }
}
