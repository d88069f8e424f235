package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.type;
import static dev.synchronizer.behaviour.StepSite.consenting;
import static dev.synchronizer.fixtures.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.Analysis;
import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.plan.PlanFile;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** D7: a saved plan names the steps; whoever applies it has to have their classes, and to allow them to run. */
class D7SavedPlanWithStepsTest {
    private static final String MARK =
            "content.items(\"Article\").forEach(item -> item.set(\"title\", item.get(\"title\").get() + \"!\"));";

    @TempDir
    Path folder;

    private StepSite site;
    private Path jar;

    @BeforeEach
    void startAfresh() {
        site = new StepSite(folder);
        jar = site.jar(
                "1.1",
                type("Article", "title"),
                step("Mark", "version = \"1.1\"", MARK),
                step("First", "version = \"1.1\", phase = Migration.Phase.BEFORE", MARK));
    }

    @OnEveryDatabase
    void aSavedPlanRunsItsStepsWithTheConsentOfWhoeverAppliesIt(Product product) {
        Node node = Node.on(product);
        UUID item = article(node);
        Path file = saved(consenting(node, consenting -> consenting.analyze(jar), jar));

        SyncRefusedException refusal = catchThrowableOfType(
                SyncRefusedException.class, () -> node.call(synchronizer -> synchronizer.apply(PlanFile.read(file))));
        assertThat(refusal.plan().refusals().asList())
                .extracting(Problem::code)
                .containsOnly(ProblemCode.STEP_WITHOUT_CONSENT);
        assertThat(Editor.of(node).reads(item)).isEqualTo(Map.of("title", "x"));

        consenting(node, consenting -> consenting.call(each -> each.apply(PlanFile.read(file))), jar);

        assertThat(Editor.of(node).reads(item)).isEqualTo(Map.of("title", "x!!"));
        assertThat(node.stored().steps()).hasSize(2);
    }

    @OnEveryDatabase
    void aPlanThatWasSavedWithoutConsentIsAppliedWithIt(Product product) {
        Node node = Node.on(product);
        UUID item = article(node);
        Path file = saved(node.analyze(jar));

        consenting(node, consenting -> consenting.call(each -> each.apply(PlanFile.read(file))), jar);

        assertThat(Editor.of(node).reads(item)).isEqualTo(Map.of("title", "x!!"));
    }

    @OnEveryDatabase
    void aPlanIsStaleOnceItsStepsRan(Product product) {
        Node node = Node.on(product);
        article(node);
        Path file = saved(node.analyze(jar));
        consenting(node, consenting -> consenting.start(jar), jar);

        SyncRefusedException refusal = catchThrowableOfType(
                SyncRefusedException.class, () -> node.call(each -> each.apply(PlanFile.read(file))));

        assertThat(refusal.plan().refusals().asList())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.PLAN_STALE);
    }

    private UUID article(Node node) {
        node.start(site.jar("1.0", type("Article", "title")));
        return Editor.of(node).writes("Article", Map.of("title", "x"));
    }

    private Path saved(Analysis analysis) {
        Path file = folder.resolve("plan");
        PlanFile.of(analysis.plan(), analysis.model(), analysis.policy(), analysis.plannedAt())
                .write(file);
        return file;
    }
}
