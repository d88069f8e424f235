package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Node.type;
import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.plan.Action;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.Suggestion;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.value.Block;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** F1: what is renamed, pulled up or pushed down keeps its identity and all values; C7: nothing is renamed by guess. */
class F1RenamesWithContentTest {
    @TempDir
    Path folder;

    private int jars;

    @OnEveryDatabase
    void renamedTypesAndPropertiesKeepTheirIdsValuesAndOverrides(Product product) {
        Node node = Node.on(product);
        node.start(site(type("Article", "body", "teaser")));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("teaser", "hello", "body", "all"));
        Administrator.of(node).saves("Article.teaser", "prompt", SettingValue.of("Say it"));
        StoredType before = Editor.type(node.stored(), "Article");

        node.start(site(declaring(
                "@RenamedFrom(\"Article\")",
                "Story",
                property("String", "body"),
                property("@RenamedFrom(\"teaser\") String", "intro"))));

        StoredType after = Editor.type(node.stored(), "Story");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.property("intro").orElseThrow().id())
                .isEqualTo(before.property("teaser").orElseThrow().id());
        assertThat(editor.reads(item)).isEqualTo(Map.of("intro", "hello", "body", "all"));
        assertThat(node.stored().overrides())
                .extracting(SettingOverride::ownerId)
                .containsExactly(after.property("intro").orElseThrow().id());
    }

    @OnEveryDatabase
    void aChainOfRenamesWorksOverSkippedReleases(Product product) {
        Node node = Node.on(product);
        node.start(site(type("Article", "teaser")));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("teaser", "hello"));

        node.start(site(declaring(
                "@RenamedFrom(\"Article\") @RenamedFrom(\"Story\")",
                "Report",
                property("@RenamedFrom(\"teaser\") @RenamedFrom(\"intro\") String", "lead"))));

        assertThat(editor.reads(item)).isEqualTo(Map.of("lead", "hello"));
        assertThat(node.stored().types()).hasSize(1);
    }

    @OnEveryDatabase
    void anOldNameThatComesBackIsSomethingNew(Product product) {
        Node node = Node.on(product);
        node.start(site(type("Article", "teaser")));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("teaser", "hello"));
        String renamed = property("@RenamedFrom(\"teaser\") String", "intro");
        node.start(site(declaring("", "Article", renamed)));

        node.start(site(type("Article", "intro", "teaser")));

        assertThat(editor.reads(item)).isEqualTo(Map.of("intro", "hello"));
        assertThat(Editor.type(node.stored(), "Article").properties()).hasSize(2);
    }

    @OnEveryDatabase
    void whatIsRenamedWithinABlockIsFoundInItsDocuments(Product product) {
        Node node = Node.on(product);
        String page = declaring("", "Page", property("Teaser", "teaser"));
        node.start(site(page, block("Teaser", property("String", "title"))));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Page", Map.of("teaser", Block.empty().with("title", "hello")));
        Map<String, Object> before = editor.reads(item);

        node.start(site(page, block("Teaser", property("@RenamedFrom(\"title\") String", "heading"))));

        assertThat(editor.reads(item)).isEqualTo(before);
        long heading = Editor.type(node.stored(), "Teaser")
                .property("heading")
                .orElseThrow()
                .id();
        assertThat(before).containsEntry("teaser", "{\"%d\":\"hello\"}".formatted(heading));
    }

    @OnEveryDatabase
    void aPropertyThatIsPulledUpOrPushedDownKeepsItsValues(Product product) {
        Node node = Node.on(product);
        String text = property("String", "text");
        Path down = site(declaring("", "Article", text), declaring("", "Page", text));
        node.start(down);
        Editor editor = Editor.of(node);
        UUID article = editor.writes("Article", Map.of("text", "a"));
        UUID page = editor.writes("Page", Map.of("text", "p"));
        Path up = site(
                "package com.acme; public abstract class Base {" + text + "}",
                declaring("", "Article", "").replace("class Article", "class Article extends Base"),
                declaring("", "Page", "").replace("class Page", "class Page extends Base"));

        assertThat(node.dryRun(up).isPending()).isFalse();
        node.start(up);
        assertThat(editor.reads(article)).containsEntry("text", "a");
        node.start(site(declaring("", "Article", text), declaring("", "Page", text)));
        assertThat(editor.reads(page)).containsEntry("text", "p");
    }

    @OnEveryDatabase
    void anOrphanInUseIsSuggestedAndMovedOnlyOnceSomebodySaysSo(Product product) {
        Node node = Node.on(product);
        node.start(site(type("Article", "body", "teaserText")));
        Editor editor = Editor.of(node);
        UUID item = editor.writes("Article", Map.of("teaserText", "hello"));
        Path guessable = site(type("Article", "body", "teaser"));

        SyncPlan plan = node.dryRun(guessable);
        PropertyPlan orphan = type(plan, "Article").properties().stream()
                .filter(property -> property.name().equals("teaserText"))
                .findFirst()
                .orElseThrow();
        assertThat(orphan.action()).isEqualTo(Action.UPDATE);
        assertThat(orphan.suggestions())
                .extracting(Suggestion::annotation)
                .isEqualTo(List.of("@RenamedFrom(\"teaserText\")"));

        node.start(site(declaring(
                "", "Article", property("String", "body"), property("@RenamedFrom(\"teaserText\") String", "teaser"))));
        assertThat(editor.reads(item)).isEqualTo(Map.of("teaser", "hello"));
    }

    @OnEveryDatabase
    void anItemThatWasReadUnderTheOldNameOfItsTypeCanBeSaved(Product product) {
        try (Site site = Site.start(product, site(type("Article", "body")))) {
            Item read = site.items().create("Ada", NewItem.of("Article", "A").with("body", "one"));
            Path renamed = site(declaring("@RenamedFrom(\"Article\")", "Story", property("String", "body")));
            try (Site newer = site.another(renamed)) {
                Item saved = newer.items().save("Bob", read.with("body", "two"));

                assertThat(saved.type()).isEqualTo("Story");
                assertThat(newer.items().get(read.id())).isEqualTo(saved);
            }
            try (Site newest = site.another(site(type("Story", "body"), type("Article", "other")))) {
                assertThat(newest.items()
                                .save("Bob", read.atRevision(2).with("body", "three"))
                                .get("body"))
                        .as("where the old name is that of another type")
                        .contains("three");
            }
        }
    }

    private static String block(String name, String... properties) {
        return declaring("@ContentType(kind = ContentKind.BLOCK)", name, properties);
    }

    private static String declaring(String annotations, String name, String... properties) {
        String source = annotatedType(annotations, name);
        return source.substring(0, source.lastIndexOf('}')) + String.join("", properties) + "}\n";
    }

    private Path site(String... sources) {
        jars++;
        return ModelJar.of(sources).version("site", "1." + jars).jar(folder.resolve("site-1." + jars + ".jar"));
    }
}
