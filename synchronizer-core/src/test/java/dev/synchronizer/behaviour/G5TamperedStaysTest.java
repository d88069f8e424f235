package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.doctor.Examination;
import dev.synchronizer.settings.Definition;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is saved upon what something else wrote does not hide it; only an administrator accepts it, by the doctor. */
class G5TamperedStaysTest {
    private static final String CLASS = "update ct_type set class_name = 'com.eve.Article' where name = 'Article'";

    @TempDir
    Path folder;

    private static String article(String... properties) {
        return "package com.acme; import dev.synchronizer.annotation.*; @ContentType public class Article {"
                + String.join("", properties) + "}";
    }

    private static final String TITLE = Sources.property("String", "title");
    private static final String TEASER = Sources.property("String", "teaser");
    private static final String NUMBER = Sources.property("int", "number");

    private static Examination examined(Node node) {
        return node.call(synchronizer -> synchronizer.doctor().examine());
    }

    /** It stays as something else left it, until it is accepted; from then on, all is well. */
    private static void requireTamperedType(Node node) {
        assertThat(examined(node).types().tampered()).isEqualTo(1);
        Examination repaired = node.call(synchronizer -> synchronizer.doctor().repair("Ada"));
        assertThat(repaired.types().sealed()).isEqualTo(1);
        assertThat(examined(node).isClean()).isTrue();
    }

    @OnEveryDatabase
    void overridesOfATypeThatAreSavedAndTakenBack(Product product) {
        Node node = Node.on(product);
        node.start(new StepSite(folder).jar("1.0", article(TITLE)));
        Desk ada = Desk.of("Ada", node);
        node.database().execute(CLASS);

        ada.set("Article", "displayName", "Story");
        ada.set("Article.title", "prompt", "Say it");
        ada.set("Article", "displayName", "Tale");
        ada.revert("Article.title");

        requireTamperedType(node);
    }

    @OnEveryDatabase
    void overridesThatSomethingElseWrote(Product product) {
        Node node = Node.on(product);
        node.start(new StepSite(folder).jar("1.0", article(TITLE)));
        Desk ada = Desk.of("Ada", node);
        ada.set("Article", "displayName", "Story");
        node.database().execute("update ct_override set saved_value = '\"Eve''s\"'");

        ada.set("Article", "order", "3");

        requireTamperedType(node);
    }

    @OnEveryDatabase
    void runsThatChangeTheType(Product product) {
        Node node = Node.on(product);
        StepSite site = new StepSite(folder);
        node.start(site.jar("1.0", article(TITLE)));
        node.database().execute("update ct_property set adopted = true where name = 'title'");

        node.start(site.jar("1.1", article(TITLE, TEASER)));
        node.start(site.jar("1.2", article(TITLE, TEASER, NUMBER)));

        requireTamperedType(node);
    }

    @OnEveryDatabase
    void definitionsOfAdministrators(Product product) {
        Node node = Node.on(product);
        Desk ada = Desk.of("Ada", node);
        ada.define(Definition.of("Banner").withProperty("text", "STRING"));
        node.database().execute("update ct_type set adopted = true where name = 'Banner'");

        ada.define(Definition.of("Banner").withProperty("size", "INTEGER"));
        ada.undefine("Banner.text");

        requireTamperedType(node);
    }

    @OnEveryDatabase
    void aTypeThatWasNeverSealedIsSealedByWhatIsSaved(Product product) {
        Node node = Node.on(product);
        node.start(new StepSite(folder).jar("1.0", article(TITLE)));
        node.database().execute("update ct_type set checksum = null");

        Desk.of("Ada", node).set("Article", "displayName", "Story");

        assertThat(examined(node).types()).isEqualTo(new Examination.Sealed(1, 0, 0, 0));
    }

    @OnEveryDatabase
    void migrationStepsThatWriteTheItem(Product product) {
        for (String step : List.of(
                "item.set(\"title\", \"Stepped\")",
                "item.set(\"title\", null)",
                "item.set(\"teaser\", \"Stepped\")",
                "item.set(\"number\", 9)")) {
            Node node = Node.on(product);
            StepSite site = new StepSite(folder);
            Path before = site.jar("1.0", article(TITLE, TEASER, NUMBER));
            node.start(before);
            Item changed = create(node, before, "A");
            create(node, before, "Sound");
            node.database()
                    .execute("update ct_value set short_text = 'X' where item_id ="
                            + " (select id from ct_item where name = 'A') and short_text = 'T'");

            site.runStep(
                    node,
                    "content.items(\"Article\").forEach(item -> { " + step + "; });",
                    article(TITLE, TEASER, NUMBER));

            Examination found = examined(node);
            assertThat(found.items()).as(step).isEqualTo(new Examination.Sealed(2, 0, 1, 0));
            assertThat(found.problems())
                    .singleElement()
                    .satisfies(problem ->
                            assertThat(problem.subject()).contains(changed.id().toString()));
            assertThat(node.call(synchronizer -> synchronizer.doctor().repair("Ada"))
                            .isClean())
                    .isTrue();
        }
    }

    @OnEveryDatabase
    void aStepThatComesUponAnItemTwiceKeepsItSealed(Product product) {
        Node node = Node.on(product);
        StepSite site = new StepSite(folder);
        Path before = site.jar("1.0", article(TITLE, NUMBER));
        node.start(before);
        create(node, before, "A");
        create(node, before, "B");
        node.database().execute("update ct_item set checksum = null where name = 'B'");

        site.runStep(node, """
                content.items("Article").forEach(item -> item.set("number", 1));
                content.items("Article").forEach(item -> {
                    item.set("number", 2);
                    item.set("title", null);
                });
                """, article(TITLE, NUMBER));

        assertThat(examined(node).items()).isEqualTo(new Examination.Sealed(2, 0, 0, 0));
    }

    private static Item create(Node node, Path models, String name) {
        return node.call(
                synchronizer -> synchronizer
                        .items()
                        .create("Ada", NewItem.of("Article", name).with("title", "T")),
                models);
    }
}
