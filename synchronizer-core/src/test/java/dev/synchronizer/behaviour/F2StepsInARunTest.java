package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static dev.synchronizer.behaviour.StepSite.consenting;
import static dev.synchronizer.fixtures.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.Progress;
import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** F2: steps work in batches, in the one transaction of the run, and what they do is part of what is judged. */
class F2StepsInARunTest {
    private static final String MARK =
            "content.items(\"Article\").forEach(item -> item.set(\"title\", item.get(\"title\").get() + \"!\"));";
    private static final String ARTICLE = type("Article", "title");

    @TempDir
    Path folder;

    private StepSite site;

    @BeforeEach
    void startAfresh() {
        site = new StepSite(folder);
    }

    @OnEveryDatabase
    void itemsAreReadAndWrittenInBatchesAndProgressIsTold(Product product) {
        Node node = Node.on(product);
        List<UUID> items = articles(node, 1_203);
        List<String> told = new ArrayList<>();
        Path jar = site.jar("1.1", ARTICLE, step("Mark", "version = \"1.1\"", MARK));

        run(node.with(builder -> builder.progress(telling(told))), jar);

        assertThat(told)
                .containsExactly(
                        "Mark of site 10/1203",
                        "Mark of site 510/1203",
                        "Mark of site 1010/1203",
                        "Mark of site 1203/1203");
        assertThat(Editor.of(node).reads(items.get(0))).containsEntry("title", "0!");
        assertThat(Editor.of(node).reads(items.get(1_202))).containsEntry("title", "1202!");
        assertThat(node.stored().steps().get(0).items()).isEqualTo(1_203);
        assertThat(node.count("ct_value where short_text like '%!'")).isEqualTo(1_203);
    }

    private static Progress telling(List<String> told) {
        return new Progress() {
            @Override
            public void worked(String on, long done, long total) {
                told.add(on + " " + done + "/" + total);
            }
        };
    }

    @OnEveryDatabase
    void aRunThatIsKilledWithinAStepLeavesNothingAndStartsOverCleanly(Product product) {
        Node node = Node.on(product);
        List<UUID> items = articles(node, 700);
        Path jar = site.jar("1.1", type("Article", "title", "lead"), step("Mark", "version = \"1.1\"", MARK));
        Node killed = node.with(builder -> builder.progress(new Progress() {
            @Override
            public void worked(String on, long done, long total) {
                product.server().killConnections(node.database());
            }
        }));

        assertThat(StepFailures.of(() -> run(killed, jar)).asList())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.DATABASE_LOST);
        assertThat(node.stored().steps()).isEmpty();
        assertThat(node.count("ct_value where short_text like '%!'")).isZero();
        assertThat(node.stored().types().get(0).properties()).hasSize(1);

        run(node, jar);
        assertThat(Editor.of(node).reads(items.get(3))).containsEntry("title", "3!");
        assertThat(node.count("ct_value where short_text like '%!'")).isEqualTo(700);
    }

    @OnEveryDatabase
    void aStepBeforeTheChangeDoesAwayWithALossThatWouldBeRefusedWithoutIt(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", type("Article", "pages")));
        Editor editor = Editor.of(node);
        UUID seven = editor.writes("Article", Map.of("pages", "7"));
        UUID some = editor.writes("Article", Map.of("pages", "some"));
        String number = type("Article").replace("{", "{" + property("Integer", "pages"));
        String clean = step(
                "Clean",
                "version = \"1.1\", phase = Migration.Phase.BEFORE",
                "content.items(\"Article\").having(\"pages\").forEach(item -> {"
                        + " if (item.get(\"pages\").get().equals(\"some\")) item.set(\"pages\", \"12\"); });");
        assertThat(codes(node.dryRun(site.jar("1.1", number)))).containsExactly(ProblemCode.LOSSY_CHANGE);
        Path jar = site.jar("1.1", number, clean);

        SyncPlan dry = consenting(node, consenting -> consenting.dryRun(jar), jar);
        SyncPlan done = run(node, jar);

        assertThat(codes(dry)).containsExactly(ProblemCode.LOSS_BEHIND_STEP);
        assertThat(dry.problems().asList().get(0).message())
                .contains("1 of 2 stored values does not convert", "after the migration step Clean of site");
        assertThat(codes(done)).isEmpty();
        assertThat(done.steps()).hasSize(1);
        assertThat(editor.reads(seven)).isEqualTo(Map.of("pages", 7L));
        assertThat(editor.reads(some)).isEqualTo(Map.of("pages", 12L));
        assertThat(consenting(node, consenting -> consenting.dryRun(jar), jar).hasWork())
                .isFalse();
    }

    @OnEveryDatabase
    void aLossThatIsStillThereAfterTheStepRollsTheRunBackWithWhatTheStepDid(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", type("Article", "pages")));
        Editor editor = Editor.of(node);
        UUID some = editor.writes("Article", Map.of("pages", "some"));
        String number = type("Article").replace("{", "{" + property("Integer", "pages"));
        Path jar = site.jar(
                "1.1",
                number,
                step(
                        "Clean",
                        "version = \"1.1\", phase = Migration.Phase.BEFORE",
                        "content.items(\"Article\").forEach(item -> item.set(\"pages\", \"many\"));"));

        SyncRefusedException refusal = catchThrowableOfType(SyncRefusedException.class, () -> run(node, jar));

        assertThat(codes(refusal.plan())).containsExactly(ProblemCode.LOSSY_CHANGE);
        assertThat(refusal.plan().refusals().toString()).contains("\"many\"");
        assertThat(editor.reads(some)).isEqualTo(Map.of("pages", "some"));
        assertThat(node.stored().steps()).isEmpty();
        assertThat(node.runs()).hasSize(1);
    }

    @OnEveryDatabase
    void theRunningClassPathIsConsentUnlessStepsAreForbidden(Product product) {
        Node node = Node.on(product);
        List<UUID> items = articles(node, 1);
        Path jar = site.jar("1.1", ARTICLE, step("Mark", "version = \"1.1\"", MARK));

        Node running = StepSite.onRunningClassPath(node, jar);
        SyncRefusedException refusal = catchThrowableOfType(
                SyncRefusedException.class,
                () -> running.with(builder -> builder.runNoSteps()).start());
        assertThat(codes(refusal.plan())).contains(ProblemCode.STEP_WITHOUT_CONSENT);

        running.start();
        assertThat(Editor.of(node).reads(items.get(0))).containsEntry("title", "0!");
    }

    @OnEveryDatabase
    void aClassThatIsMissingOrAnotherOneThanThatOfThePlanIsNotRun(Product product) {
        Node node = Node.on(product);
        List<UUID> items = articles(node, 1);
        String mark = step("Mark", "version = \"1.1\"", MARK);
        Path jar = site.jar("1.1", ARTICLE, mark);
        Path other = site.jar("1.1", ARTICLE, mark.replace("\"!\"", "\"?\""));
        Path none = site.jar("1.1", ARTICLE);

        for (Path loaded : List.of(other, none)) {
            List<Problem> problems = StepFailures.of(() -> consenting(node, each -> each.start(jar), loaded))
                    .asList();
            assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.STEP_NOT_LOADED);
            assertThat(problems.get(0).message()).contains("Mark of site");
        }
        assertThat(Editor.of(node).reads(items.get(0))).containsEntry("title", "0");
    }

    private List<UUID> articles(Node node, int count) {
        node.start(site.jar("1.0", ARTICLE));
        return Editor.of(node)
                .writes(
                        "Article",
                        IntStream.range(0, count)
                                .mapToObj(i -> Map.of("title", String.valueOf(i)))
                                .toList());
    }

    private static List<ProblemCode> codes(SyncPlan plan) {
        return plan.problems().stream().map(Problem::code).toList();
    }

    private static SyncPlan run(Node node, Path jar) {
        return consenting(node, consenting -> consenting.start(jar).plan(), jar);
    }
}
