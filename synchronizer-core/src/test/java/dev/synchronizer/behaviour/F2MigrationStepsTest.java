package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Node.type;
import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.type;
import static dev.synchronizer.behaviour.StepSite.consenting;
import static dev.synchronizer.fixtures.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.SyncReport;
import dev.synchronizer.model.ExecutedStep;
import dev.synchronizer.plan.Action;
import dev.synchronizer.plan.StepPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.store.StoredItem;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** F2: migration steps run once, in order, in the run that synchronizes their module. */
class F2MigrationStepsTest {
    private static final String SPLIT = """
            content.items("Article").having("author").forEach(item -> {
                String author = (String) item.get("author").orElseThrow();
                int at = author.lastIndexOf(' ');
                item.set("firstName", author.substring(0, at));
                item.set("lastName", author.substring(at + 1));
                item.clear("author");
            });
            """;
    private static final String OLD = type("Article", "author", "title");
    private static final String NEW = type("Article", "firstName", "lastName", "title");

    @TempDir
    Path folder;

    private StepSite site;

    @BeforeEach
    void startAfresh() {
        site = new StepSite(folder);
    }

    @OnEveryDatabase
    void aStepMovesTheValuesOfAPropertyThatIsNoLongerDeclared(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", OLD));
        Editor editor = Editor.of(node);
        UUID jane = editor.writes("Article", Map.of("author", "Jane van Doe", "title", "one"));
        UUID nobody = editor.writes("Article", Map.of("title", "two"));
        UUID binned = editor.writes("Article", Map.of("author", "Joe Bloggs"));
        editor.throwsAway(binned);
        Path jar = site.jar("1.1", NEW, step("SplitAuthorName", "version = \"1.1\"", SPLIT));

        SyncReport report = run(node.with(builder -> builder.actor("ann")), jar);

        assertThat(editor.reads(jane)).isEqualTo(Map.of("firstName", "Jane van", "lastName", "Doe", "title", "one"));
        assertThat(editor.reads(nobody)).isEqualTo(Map.of("title", "two"));
        assertThat(editor.reads(binned)).isEqualTo(Map.of("firstName", "Joe", "lastName", "Bloggs"));
        assertThat(row(editor, jane))
                .extracting(StoredItem::revision, StoredItem::savedBy)
                .containsExactly(2L, "ann");
        assertThat(row(editor, nobody))
                .extracting(StoredItem::revision, StoredItem::savedBy)
                .containsExactly(1L, "eve");
        assertThat(report.plan().steps()).extracting(StepPlan::items).containsExactly(2L);

        assertThat(type(run(node, jar).plan(), "Article").properties())
                .filteredOn(property -> property.name().equals("author"))
                .extracting(property -> property.action())
                .containsExactly(Action.DELETE);
        assertThat(run(node, jar).plan().hasWork()).isFalse();
    }

    @OnEveryDatabase
    void theLedgerTellsWhatRanAndNothingRunsTwice(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", OLD));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("title", "x"));
        String append = step("Append", "version = \"1.1\"", appending("title", "!"));
        Path jar = site.jar("1.1", OLD, append);

        SyncReport report = run(node, jar);
        SyncReport again = run(node, jar);
        SyncReport rebuilt = run(node, site.jar("1.2", OLD, append, step("Another", "version = \"1.2\"")));

        assertThat(editor.reads(item)).containsEntry("title", "x!");
        assertThat(again.committed()).isFalse();
        assertThat(rebuilt.plan().steps())
                .extracting(each -> each.step().name())
                .containsExactly("Another");
        ExecutedStep executed = node.stored().steps().get(1);
        assertThat(executed.name()).isEqualTo("Append");
        assertThat(executed.module()).isEqualTo("site");
        assertThat(executed.version()).isEqualTo("1.1");
        assertThat(executed.run()).isEqualTo(report.run().orElseThrow());
        assertThat(executed.baseline()).isFalse();
        assertThat(executed.items()).isEqualTo(1);
        assertThat(executed.checksum())
                .isEqualTo(report.plan().steps().get(0).step().checksum());
    }

    @OnEveryDatabase
    void stepsRunByVersionThenByOrderAndThoseBeforeTheChangeUnderTheFormerNames(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", type("Article", "title")));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("title", "-"));
        Path jar = site.jar(
                "1.10",
                annotatedType("", "Article").replace("{", "{" + renamed()),
                step("A", "version = \"1.10\"", appending("headline", "E")),
                step("B", "version = \"1.9\", order = 2", appending("headline", "D")),
                step("C", "version = \"1.9\", order = 1", appending("headline", "C")),
                step("D", "version = \"1.10\", phase = Migration.Phase.BEFORE", appending("title", "B")),
                step("E", "version = \"1.9\", phase = Migration.Phase.BEFORE", appending("title", "A")));

        SyncReport report = run(node, jar);

        assertThat(editor.reads(item)).isEqualTo(Map.of("headline", "-ABCDE"));
        assertThat(report.plan().steps())
                .extracting(each -> each.step().name())
                .containsExactly("E", "D", "C", "B", "A");
        assertThat(row(editor, item).revision()).isEqualTo(6);
    }

    private static String renamed() {
        return Sources.property("@RenamedFrom(\"title\") String", "headline");
    }

    @OnEveryDatabase
    void withoutConsentNothingIsLoadedAndTheRunIsRefused(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", OLD));
        System.clearProperty("steps.test.loaded");
        Path jar = site.jar(
                "1.1",
                NEW,
                step("Loud", "version = \"1.1\"")
                        .replace(
                                "@Override",
                                "static { System.setProperty(\"steps.test.loaded\", \"yes\"); } @Override"));

        SyncRefusedException refusal = catchThrowableOfType(SyncRefusedException.class, () -> node.start(jar));

        assertThat(refusal.plan().refusals().asList())
                .extracting(Problem::code, Problem::subject)
                .containsExactly(tuple(ProblemCode.STEP_WITHOUT_CONSENT, "com.acme.Loud"));
        assertThat(node.dryRun(jar).steps()).extracting(StepPlan::items).containsOnlyNulls();
        assertThat(System.getProperty("steps.test.loaded")).isNull();
        assertThat(node.stored().modules().get(0).version()).isEqualTo("1.0");

        run(node, jar);
        assertThat(System.getProperty("steps.test.loaded")).isEqualTo("yes");
    }

    @OnEveryDatabase
    void theStepsOfAModuleThatIsNewHereAreRecordedAndNotRun(Product product) {
        Node node = Node.on(product);
        Path jar = site.jar(
                "1.1", NEW, step("Broken", "version = \"1.1\"", "if (true) throw new IllegalStateException(\"ran\");"));

        SyncReport report = node.start(jar);

        assertThat(report.plan().steps()).extracting(StepPlan::state).containsExactly(StepPlan.State.BASELINE);
        assertThat(node.stored().steps()).extracting(ExecutedStep::baseline).containsExactly(true);
        assertThat(node.dryRun(jar).hasWork()).isFalse();
    }

    @OnEveryDatabase
    void aStepThatChangedAfterItRanIsRefusedAndNamed(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", OLD));
        String append = step("Append", "version = \"1.1\"", appending("title", "!"));
        run(node, site.jar("1.1", OLD, append));

        SyncRefusedException refusal = catchThrowableOfType(
                SyncRefusedException.class, () -> run(node, site.jar("1.2", OLD, append.replace("\"!\"", "\"?\""))));

        assertThat(refusal.plan().refusals().asList())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.STEP_CHANGED);
        assertThat(refusal.plan().refusals().toString()).contains("Append of site for version 1.1 ran in run 2");
        assertThat(node.stored().modules().get(0).version()).isEqualTo("1.1");
    }

    @OnEveryDatabase
    void aFailingStepRollsTheWholeRunBackAndSaysWhere(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", OLD));
        Editor editor = Editor.of(node);
        UUID good = editor.writes("Article", Map.of("author", "Jane Doe"));
        UUID bad = editor.writes("Article", Map.of("author", "Madonna"));
        Path jar = site.jar(
                "1.1",
                NEW,
                type("Page"),
                step("First", "version = \"1.1\", phase = Migration.Phase.BEFORE", appending("author", " jr")),
                step("SplitAuthorName", "version = \"1.1\"", SPLIT.replace("lastIndexOf(' ')", "indexOf(\"e \")")));

        Problems problems = StepFailures.of(() -> run(node, jar));

        assertThat(problems.asList()).extracting(Problem::code).containsExactly(ProblemCode.STEP_FAILED);
        assertThat(problems.asList().get(0).message())
                .startsWith("the migration step SplitAuthorName of site for version 1.1 failed at item " + bad
                        + " (Item 2): java.lang.StringIndexOutOfBoundsException")
                .endsWith("(SplitAuthorName.java:11)");
        assertThat(node.stored().types()).extracting(each -> each.name()).containsExactly("Article");
        assertThat(node.stored().steps()).isEmpty();
        assertThat(node.runs()).hasSize(1);
        assertThat(editor.reads(good)).isEqualTo(Map.of("author", "Jane Doe"));
        assertThat(row(editor, good).revision()).isEqualTo(1);
    }

    @OnEveryDatabase
    void aDryRunListsTheStepsAndCountsWhatTheyWouldTouch(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", OLD));
        Editor editor = Editor.of(node);
        UUID jane = editor.writes("Article", Map.of("author", "Jane Doe"));
        editor.writes("Article", Map.of("title", "two"));
        Path jar = site.jar(
                "1.1",
                annotatedType("@RenamedFrom(\"Article\")", "Story", "firstName", "lastName", "title"),
                type("Page"),
                step("Before", "version = \"1.1\", phase = Migration.Phase.BEFORE", appending("title", "!")),
                step("Split", "version = \"1.1\"", SPLIT.replace("\"Article\"", "\"Story\"")),
                step("Pages", "version = \"1.1\"", "content.items(\"Page\").forEach(item -> item.clear(\"x\"));"));

        SyncPlan plan = consenting(node, consenting -> consenting.dryRun(jar), jar);

        assertThat(plan.steps())
                .extracting(each -> each.step().name(), StepPlan::state, StepPlan::items)
                .containsExactly(
                        tuple("Before", StepPlan.State.RUN, 1L),
                        tuple("Pages", StepPlan.State.RUN, 0L),
                        tuple("Split", StepPlan.State.RUN, 1L));
        assertThat(plan.refusals().isEmpty()).isTrue();
        assertThat(editor.reads(jane)).isEqualTo(Map.of("author", "Jane Doe"));
        assertThat(node.stored().steps()).isEmpty();
        assertThat(node.runs()).hasSize(1);
    }

    /** Appends a text to the values that a property of {@code Article} has. */
    private static String appending(String property, String text) {
        return "content.items(\"Article\").having(\"%s\").forEach(item -> item.set(\"%s\", item.get(\"%s\").get() + \"%s\"));"
                .formatted(property, property, property, text);
    }

    private static SyncReport run(Node node, Path... jars) {
        return consenting(node, consenting -> consenting.start(jars), jars);
    }

    private static StoredItem row(Editor editor, UUID item) {
        return editor.in(content -> content.item(item).orElseThrow());
    }
}
