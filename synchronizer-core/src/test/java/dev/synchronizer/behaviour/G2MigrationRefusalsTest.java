package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.type;
import static dev.synchronizer.behaviour.StepSite.consenting;
import static dev.synchronizer.fixtures.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.content.Items;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveVetoedException;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.Overrides;
import dev.synchronizer.value.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** G: what handlers cannot do to a migration step, and how they end its run. */
class G2MigrationRefusalsTest {
    private static final String ARTICLE = type("Article", "title", "lead");
    private static final String PAGE = type("Page", "title");
    private static final String SHOUT = """
            content.items("Article").forEach(item -> item.set("title", item.get("title").get() + "!"));
            """;

    @TempDir
    Path folder;

    private StepSite site;

    @BeforeEach
    void startAfresh() {
        site = new StepSite(folder);
    }

    @OnEveryDatabase
    void aHandlerCanSetNothingThatTheStepCouldNot(Product product) {
        Node node = started(product);
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("title", "x"));

        for (Map.Entry<Listener, String> wrong : Map.of(
                        Listener.of("setter").onSaving(event -> event.set("title", 7)),
                        "the value of Article.title",
                        Listener.of("setter").onSaving(event -> event.set("titel", "y")),
                        "Article has no property of this name",
                        Listener.of("setter").onSaving(event -> event.set("title", "de", "y")),
                        "it is not localized",
                        Listener.of("setter").onSaving(event -> event.setName(" ")),
                        "is blank")
                .entrySet()) {
            assertThat(StepFailures.of(() -> run(node, wrong.getKey(), SHOUT)).toString())
                    .contains("failed at item " + item + " (Item 1)", wrong.getValue());
        }
        assertThat(editor.revision(item)).isEqualTo(1);
    }

    @OnEveryDatabase
    void aVetoRollsTheWholeRunBackAndSaysAtWhichItemOfWhichStep(Product product) {
        Node node = started(product);
        Editor editor = Editor.of(node);
        List<UUID> items = editor.writes(
                "Article",
                IntStream.range(0, 600).mapToObj(i -> Map.of("title", "" + i)).toList());
        StoredModel before = node.stored();
        Listener handler = Listener.of("keeper").onSaving(event -> {
            if (event.before().get("title").orElseThrow().equals("555")) {
                throw event.veto("HOUSE-7", "it is kept as it was");
            }
        });

        SaveVetoedException veto = catchThrowableOfType(
                SaveVetoedException.class,
                () -> site.runStep(heardBy(node, handler), SHOUT, type("Article", "title", "lead", "more"), PAGE));

        assertThat(veto.code()).isEqualTo("HOUSE-7");
        assertThat(veto.reason()).isEqualTo("it is kept as it was");
        assertThat(veto.vetoedBy()).isEqualTo("keeper");
        assertThat(veto.problems().asList())
                .extracting(Problem::code)
                .as("of which the exit code is 5")
                .containsExactly(ProblemCode.SAVE_VETOED);
        assertThat(veto.problems().asList().get(0).message())
                .startsWith("keeper refuses it: it is kept as it was (HOUSE-7); by that, the migration step ")
                .contains("Try of site for version 1.1 failed at item " + items.get(555) + " (Item 556) (Try.java:");
        assertThat(node.stored()).isEqualTo(before);
        assertThat(node.runs()).hasSize(1);
        assertThat(editor.revision(items.get(0))).isEqualTo(1);
        assertThat(node.count("ct_value where short_text like '%!'")).isZero();
        assertThat(handler.calls())
                .as("of a batch before")
                .contains("saved UPDATE Item 1 [title CHANGED]")
                .noneMatch(heard -> heard.startsWith("afterCommit"));
    }

    @OnEveryDatabase
    void whatFailsInSavedRollsBackToo(Product product) {
        Node node = started(product);
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("title", "x"));
        Listener handler = Listener.of("teller").onSaved(event -> {
            throw new IllegalStateException("nobody listens");
        });

        assertThat(StepFailures.messageOf(() -> run(node, handler, SHOUT)))
                .contains("failed at item " + item + " (Item 1)", "nobody listens");
        assertThat(editor.reads(item)).isEqualTo(Map.of("title", "x"));
    }

    @OnEveryDatabase
    void handlersCanNeitherSaveAnythingNorReadContentWhileAStepIsUnderWay(Product product) {
        Node node = started(product);
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("title", "x"));
        UUID other = editor.writes("Page", Map.of("title", "p"));

        for (Listener handler : List.of(
                Listener.of("nested")
                        .onSaving(event -> event.via(Items.class)
                                .save("ann", other, 1, Values.none().with("title", "q"))),
                Listener.of("nested").onSaved(event -> event.via(Items.class).rename("ann", other, "Other")),
                Listener.of("nested")
                        .onSaving(event -> event.via(Overrides.class)
                                .set(
                                        "ann",
                                        Address.ofType("Page"),
                                        NewSettings.none().with("displayName", "Leaf"))),
                Listener.of("nested").onSaving(event -> event.via(Items.class).find(item)))) {
            for (String phase : List.of("AFTER", "BEFORE")) {
                assertThat(StepFailures.of(() -> run(heardBy(node, handler), phase))
                                .asList())
                        .extracting(Problem::code)
                        .containsExactlyInAnyOrder(ProblemCode.DEFINITIONS_IN_UNIT, ProblemCode.STEP_FAILED);
            }
        }
        assertThat(editor.reads(item)).isEqualTo(Map.of("title", "x"));
        assertThat(editor.revision(other)).isEqualTo(1);
        assertThat(node.stored().overrides()).isEmpty();
    }

    @OnEveryDatabase
    void aNestedSaveEndsTheRunEvenWhereTheHandlerSwallowsThatItIsRefused(Product product) {
        Node node = started(product);
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("title", "x"));
        Listener handler = Listener.of("nested").onSaving(event -> {
            try {
                event.via(Items.class).rename("ann", item, "Other");
            } catch (ProblemsException swallowed) {
                event.put("refused", swallowed);
            }
        });

        assertThat(StepFailures.of(() -> run(node, handler, SHOUT)).asList())
                .extracting(Problem::code)
                .contains(ProblemCode.DEFINITIONS_IN_UNIT);
        assertThat(editor.reads(item)).isEqualTo(Map.of("title", "x"));
    }

    private Node started(Product product) {
        Node node = Node.on(product).with(builder -> builder.actor("migrator"));
        node.start(site.jar("1.0", ARTICLE, PAGE));
        return node;
    }

    /** A step that runs before, or after, types change. */
    private void run(Node node, String phase) {
        Path jar = site.jar(
                "1.1",
                type("Article", "title", "lead", "more"),
                PAGE,
                step("Try", "version = \"1.1\", phase = Migration.Phase." + phase, SHOUT));
        consenting(node, consenting -> consenting.start(jar), jar);
    }

    private static Node heardBy(Node node, Listener handler) {
        return node.with(builder -> builder.saveHandler(handler));
    }

    private void run(Node node, Listener handler, String body) {
        site.runStep(heardBy(node, handler), body, ARTICLE, PAGE);
    }
}
