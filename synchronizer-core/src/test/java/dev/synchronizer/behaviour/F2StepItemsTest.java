package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** F2: what a step can do with the items that it selects, and what it is told where it cannot. */
class F2StepItemsTest {
    private static final String TEASER = annotatedType("@ContentType(kind = ContentKind.BLOCK)", "Teaser")
            .replace("{", "{" + property("String", "text"));
    private static final String ARTICLE = type("Article")
            .replace(
                    "{",
                    "{"
                            + property("@Property(localized = true) String", "title")
                            + property("java.util.List<String>", "tags")
                            + property("Integer", "pages")
                            + property("Teaser", "teaser"));

    @TempDir
    Path folder;

    private StepSite site;

    @BeforeEach
    void startAfresh() {
        site = new StepSite(folder);
    }

    @OnEveryDatabase
    void valuesOfEveryFormAreReadAndSetInEveryLanguage(Product product) {
        Node node = started(product);
        Editor editor = Editor.of(node);
        UUID item =
                editor.writes("Article", Map.of("title@de", "Hallo", "title@en", "Hello", "tags", List.of("a", "b")));

        run(node, """
                content.items("Article").forEach(item -> {
                    java.util.List<Object> tags = new java.util.ArrayList<>((java.util.List<?>) item.get("tags").get());
                    tags.add(item.languages("title").toString());
                    item.set("tags", tags);
                    item.set("title", "fr", item.get("title", "de").get() + "/" + item.get("title", "en").get());
                    item.set("title", "DE", null);
                    item.set("pages", tags.size());
                    item.set("teaser", dev.synchronizer.value.Block.empty().with("text", item.name()));
                });
                """);

        assertThat(editor.reads(item))
                .containsEntry("tags", "[\"a\",\"b\",\"[de, en]\"]")
                .containsEntry("title@fr", "Hallo/Hello")
                .containsEntry("title@en", "Hello")
                .doesNotContainKey("title@de")
                .containsEntry("pages", 3L)
                .hasEntrySatisfying(
                        "teaser", block -> assertThat((String) block).contains("\"Item 1\""));
    }

    @OnEveryDatabase
    void clearingTakesAwayAllLanguagesAndWhatIsSetAsItWasIsNoChange(Product product) {
        Node node = started(product);
        Editor editor = Editor.of(node);
        UUID cleared = editor.writes("Article", Map.of("title@de", "Hallo", "title@en", "Hello"));
        UUID same = editor.writes("Article", Map.of("pages", 7));

        run(node, """
                content.items("Article").forEach(item -> item.clear("title"));
                content.items("Article").having("pages").forEach(item -> item.set("pages", 7L));
                """);

        assertThat(editor.reads(cleared)).isEmpty();
        assertThat(editor.revision(cleared)).isEqualTo(2);
        assertThat(editor.revision(same)).isEqualTo(1);
    }

    @OnEveryDatabase
    void theRecycleBinIsPartOfTheChoiceUnlessItIsSaidOtherwise(Product product) {
        Node node = started(product);
        Editor editor = Editor.of(node);
        editor.writes("Article", Map.of("pages", 1));
        UUID binned = editor.writes("Article", Map.of("pages", 2));
        editor.throwsAway(binned);

        run(node, """
                var all = content.items("Article").having("pages");
                content.items("Article").inBin().forEach(item -> item.set("pages",
                        100 * all.count() + 10 * all.inBin().count() + all.outsideBin().count()));
                """);

        assertThat(editor.reads(binned)).containsEntry("pages", 211L);
    }

    @OnEveryDatabase
    void eachPropertyThatItemsAreToHaveNarrowsTheChoice(Product product) {
        Node node = started(product);
        Editor editor = Editor.of(node);
        UUID both = editor.writes("Article", Map.of("pages", 1, "title@de", "a"));
        UUID one = editor.writes("Article", Map.of("pages", 1));

        run(
                node,
                "content.items(\"Article\").having(\"pages\").having(\"title\")"
                        + ".forEach(item -> item.set(\"pages\", 2));");

        assertThat(editor.reads(both)).containsEntry("pages", 2L);
        assertThat(editor.reads(one)).containsEntry("pages", 1L);
    }

    @OnEveryDatabase
    void aNameThatMeansNothingFailsTheStepWithTheNameThatMayBeMeant(Product product) {
        Node node = started(product);
        Editor.of(node).writes("Article", Map.of("pages", 1));

        assertThat(failure(node, "content.items(\"Artikle\");"))
                .contains("there is no type \"Artikle\"; it may be Article that is meant", "has(type)");
        assertThat(failure(node, "content.items(\"Article\").having(\"titel\");"))
                .contains("the type Article has no property \"titel\"; it may be title that is meant");
        assertThat(failure(node, "content.items(\"Article\").forEach(item -> item.get(\"titel\"));"))
                .contains("at item ", "has no property \"titel\"");
    }

    @OnEveryDatabase
    void aValueOfAnotherDataTypeFailsTheStep(Product product) {
        Node node = started(product);
        Editor.of(node).writes("Article", Map.of("pages", 1));

        assertThat(failure(node, "content.items(\"Article\").forEach(item -> item.set(\"pages\", \"many\"));"))
                .contains("the value of Article.pages");
        assertThat(failure(node, "content.items(\"Article\").forEach(item -> item.set(\"pages\", \"de\", 7));"))
                .contains("the value of Article.pages is given for the language de, and it is not localized");
    }

    @OnEveryDatabase
    void aStepMayAskBeforeItMeetsWhatIsNotThere(Product product) {
        Node node = started(product);

        run(node, """
                if (content.has("Gone") || content.has("Article", "gone") || content.has("Gone", "pages")
                        || !content.has("Article") || !content.has("Article", "pages")) {
                    throw new IllegalStateException("wrong answer");
                }
                """);

        assertThat(node.stored().steps()).hasSize(1);
    }

    private Node started(Product product) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", ARTICLE, TEASER));
        return node;
    }

    private void run(Node node, String body) {
        site.runStep(node, body, ARTICLE, TEASER);
    }

    private String failure(Node node, String body) {
        return StepFailures.messageOf(() -> run(node, body));
    }
}
