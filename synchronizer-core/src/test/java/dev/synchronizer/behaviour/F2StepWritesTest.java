package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.plan.StepPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** F2: whatever a step sets is written, or the step fails and says what to do instead. */
class F2StepWritesTest {
    private static final String ARTICLE = type("Article", "title", "lead");
    private static final String PAGE = type("Page", "title");

    @TempDir
    Path folder;

    private StepSite site;

    @BeforeEach
    void startAfresh() {
        site = new StepSite(folder);
    }

    @OnEveryDatabase
    void aNestOverTheSameItemsSeesAndKeepsWhatIsSetAroundItAndWithinIt(Product product) {
        Node node = started(product);
        Editor editor = Editor.of(node);
        List<UUID> items = editor.writes("Article", List.of(Map.of("title", "x"), Map.of("title", "y")));

        run(node, """
                content.items("Article").forEach(outer -> {
                    outer.set("title", outer.get("title").get() + "<");
                    content.items("Article").forEach(inner -> inner.set("title", inner.get("title").get() + "!"));
                    outer.set("title", outer.get("title").get() + ">");
                });
                """);

        assertThat(editor.reads(items.get(0))).containsEntry("title", "x<!>!");
        assertThat(editor.reads(items.get(1))).containsEntry("title", "y!<!>");
        assertThat(items).extracting(item -> editor.revision(item)).containsOnly(2L);
        assertThat(node.stored().steps().get(0).items()).isEqualTo(2);
    }

    @OnEveryDatabase
    void aNestLosesNothingWhereItsItemsAreInOtherBatches(Product product) {
        Node node = started(product);
        Editor editor = Editor.of(node);
        List<UUID> items = editor.writes(
                "Article",
                IntStream.range(0, 503).mapToObj(i -> Map.of("title", "" + i)).toList());
        editor.writes("Page", Map.of("title", "first"));

        run(node, """
                content.items("Article").forEach(outer -> {
                    outer.set("lead", "seen");
                    if (outer.get("title").get().equals("250")) {
                        content.items("Article").forEach(inner -> inner.set("title", inner.get("title").get() + "!"));
                        content.items("Page").forEach(page -> page.set("title", "met"));
                    }
                    outer.set("title", outer.get("title").get() + "?");
                });
                """);

        assertThat(node.count("ct_value where short_text = 'seen'")).isEqualTo(503);
        assertThat(node.count("ct_value where short_text like '%!%' and short_text like '%?%'"))
                .isEqualTo(503);
        assertThat(node.count("ct_value where short_text = 'met'")).isEqualTo(1);
        assertThat(editor.revision(items.get(0))).as("of the batch before").isEqualTo(3);
        assertThat(editor.revision(items.get(100))).as("of the same batch").isEqualTo(2);
    }

    @OnEveryDatabase
    void whatIsSetAfterItsBatchFailsTheStepWithTheWayOut(Product product) {
        Node node = started(product);
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("title", "x"));

        for (String late : List.of("set(\"title\", \"late\")", "set(\"title\", \"de\", null)", "clear(\"title\")")) {
            assertThat(failure(node, """
                            java.util.List<StepItem> kept = new java.util.ArrayList<>();
                            content.items("Article").forEach(kept::add);
                            kept.forEach(item -> item.%s);
                            """.formatted(late)))
                    .contains(
                            "the item " + item + " (Item 1) was written at the end of its batch",
                            "set it in a second forEach");
        }
        assertThat(editor.reads(item)).isEqualTo(Map.of("title", "x"));
        assertThat(node.stored().steps()).isEmpty();
    }

    @OnEveryDatabase
    void whatIsCollectedInOnePassIsSetInAnother(Product product) {
        Node node = started(product);
        Editor editor = Editor.of(node);
        List<UUID> items = editor.writes("Article", List.of(Map.of("title", "x"), Map.of("title", "y")));

        run(node, """
                java.util.Map<java.util.UUID, Object> titles = new java.util.LinkedHashMap<>();
                java.util.List<StepItem> kept = new java.util.ArrayList<>();
                content.items("Article").forEach(kept::add);
                kept.forEach(item -> titles.put(item.id(), item.get("title").get()));
                content.items("Article").forEach(item -> item.set("lead", titles.values() + " " + titles.get(item.id())));
                """);

        assertThat(editor.reads(items.get(0))).containsEntry("lead", "[x, y] x");
        assertThat(editor.reads(items.get(1))).containsEntry("lead", "[x, y] y");
    }

    @OnEveryDatabase
    void anItemThatSeveralPassesComeUponIsCountedOnceInADryRunAndInTheRun(Product product) {
        Node node = started(product);
        Editor.of(node)
                .writes(
                        "Article",
                        List.of(Map.of("title", "x"), Map.of("title", "y", "lead", "z"), Map.of("lead", "w")));
        String body = """
                content.items("Article").having("title").forEach(item -> item.set("lead", "a"));
                content.items("Article").having("title").forEach(item -> item.set("lead", "b"));
                content.items("Article").having("lead").forEach(item -> item.set("title", "c"));
                content.items("Page").forEach(item -> {});
                """;

        assertThat(site.stepDryRun(node, body, ARTICLE, PAGE).steps())
                .extracting(StepPlan::items)
                .containsExactly(3L);
        run(node, body);
        assertThat(node.stored().steps().get(0).items()).isEqualTo(3);
    }

    @OnEveryDatabase
    void aStepThatGoesOnWhereForEachBrokeOffFailsForNotAllWasWritten(Product product) {
        Node node = started(product);
        Editor editor = Editor.of(node);
        List<UUID> items = editor.writes("Article", List.of(Map.of("title", "x"), Map.of("title", "y")));

        assertThat(failure(node, """
                        try {
                            content.items("Article").forEach(item -> {
                                if (item.get("title").get().equals("y")) {
                                    throw new IllegalStateException("enough");
                                }
                                item.set("title", "lost");
                            });
                        } catch (IllegalStateException enough) {
                            content.items("Article").count();
                        }
                        """)).contains("at item " + items.get(1), "what was set in its batch was not written");
        assertThat(editor.reads(items.get(0))).isEqualTo(Map.of("title", "x"));
    }

    private Node started(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", ARTICLE, PAGE));
        return node;
    }

    private void run(Node node, String body) {
        site.runStep(node, body, ARTICLE, PAGE);
    }

    private String failure(Node node, String body) {
        return StepFailures.messageOf(() -> run(node, body));
    }
}
