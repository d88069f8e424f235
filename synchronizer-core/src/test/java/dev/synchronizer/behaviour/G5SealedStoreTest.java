package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ImportLines.below;
import static dev.synchronizer.behaviour.ImportLines.importInto;
import static dev.synchronizer.behaviour.ImportLines.importWhatCanBe;
import static dev.synchronizer.behaviour.ImportLines.page;
import static dev.synchronizer.behaviour.ImportLines.refersTo;
import static dev.synchronizer.behaviour.ImportLines.revision;
import static dev.synchronizer.behaviour.ImportLines.title;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.SyncReport;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.doctor.Examination;
import dev.synchronizer.model.Address;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.seal.Tampered;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.RevertScope;
import dev.synchronizer.value.Block;
import dev.synchronizer.value.ValueKey;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the library itself does leaves all that it writes sealed, and raises no alarm. */
class G5SealedStoreTest {
    private static final String TYPES = "package com.acme; import dev.synchronizer.annotation.*; import java.util.*; ";

    @TempDir
    Path folder;

    private final List<Tampered> heard = new CopyOnWriteArrayList<>();

    /** How the application is that does all of this. */
    void configure(SynchronizerBuilder builder) {
        builder.onTampering(heard::add);
    }

    private Node node(Product product) {
        return Node.on(product).with(this::configure);
    }

    private static String card(String count, String text) {
        return TYPES + "@ContentType(kind = ContentKind.BLOCK) public class Card {" + Sources.property(count, "count")
                + Sources.property(text, "text") + "}";
    }

    private static Block card() {
        return new Block(Block.empty().with("count", 3).values().with(new ValueKey("text", "de"), "Hallo"));
    }

    private static String article(String annotation, String name, String... properties) {
        return TYPES + annotation + " @ContentType public class " + name + " {" + String.join("", properties)
                + Sources.property("Card", "card") + Sources.property("ContentReference", "next") + "}";
    }

    private static String[] first() {
        return new String[] {
            card("int", "@Property(localized = true) String"),
            article(
                    "",
                    "Article",
                    Sources.property("@Property(localized = true) String", "title"),
                    Sources.property("@Property(localized = true) String", "teaser"),
                    Sources.property("int", "number"),
                    Sources.property("String", "word"),
                    Sources.property("String", "mixed"))
        };
    }

    /** Renames, values that move to other columns, translations and values that are lost, blocks that are rewritten. */
    private static String[] second() {
        return new String[] {
            card("String", "String"),
            article(
                    "@RenamedFrom(\"Article\")",
                    "Story",
                    Sources.property("@RenamedFrom(\"title\") @Property(localized = true) String", "heading"),
                    Sources.property("String", "teaser"),
                    Sources.property("String", "number"),
                    Sources.property("List<String>", "word"),
                    Sources.property("int", "mixed"))
        };
    }

    private static void createItems(Node node, Path models) {
        node.call(
                synchronizer -> {
                    UUID last = null;
                    for (int i = 0; i < 5; i++) {
                        NewItem item = NewItem.of("Article", "A" + i)
                                .with("title", "en", "T" + i)
                                .with("title", "de", "Ü" + i)
                                .with("teaser", "en", "Hello")
                                .with("number", i)
                                .with("word", "w" + i)
                                .with("mixed", i % 2 == 0 ? "7" : "none")
                                .with("card", card());
                        Item made = synchronizer
                                .items()
                                .create("Ada", last == null ? item : item.with("next", new ContentReference(last)));
                        last = made.id();
                    }
                    return last;
                },
                models);
    }

    private Examination examined(Node node) {
        return node.call(synchronizer -> synchronizer.doctor().examine());
    }

    private void requireSealed(Node node) {
        Examination examination = examined(node);
        assertThat(examination.problems()).isEmpty();
        assertThat(examination.isClean()).isTrue();
        assertThat(examination.items().unsealed()).isZero();
        assertThat(examination.types().unsealed()).isZero();
        assertThat(heard).isEmpty();
    }

    @OnEveryDatabase
    void savesOfItemsOfEveryKind(Product product) {
        Node node = node(product);
        Path models = new StepSite(folder).jar("1.0", first());
        node.start(models);
        createItems(node, models);
        node.call(
                synchronizer -> {
                    var items = synchronizer.items();
                    Item root =
                            items.create("Ada", NewItem.of("Article", "Root").with("number", 1));
                    Item child =
                            items.create("Ada", NewItem.of("Article", "Child").below(root.id()));
                    Item saved = items.save(
                            "Ada",
                            root.with("number", 2).with("title", "en", "New").with("word", "w"));
                    items.save("Ada", items.get(saved.id()).with("word", null).with("title", "fr", "Neuf"));
                    items.rename("Ada", root.id(), "Other");
                    Item elsewhere = items.create("Ada", NewItem.of("Article", "Elsewhere"));
                    items.move("Ada", child.id(), elsewhere.id());
                    items.move("Ada", child.id(), root.id());
                    Item copy = items.duplicate("Ada", root.id(), "Copy", true);
                    items.delete("Ada", copy.id());
                    items.delete("Ada", root.id());
                    items.restore("Ada", root.id());
                    items.purge("Ada", copy.id());
                    return items.delete("Ada", elsewhere.id());
                },
                models);
        requireSealed(node);
    }

    @OnEveryDatabase
    void importsThatTakeBackWhatTurnsOutToBeWrong(Product product) {
        try (Site site = Site.start(product, this::configure, ImportLines.models(folder))) {
            importInto(site, page(1, title("One")), page(2, below(1), title("Two")), page(9, title("Nine")));
            importWhatCanBe(
                    site,
                    page(3, refersTo(77)),
                    page(2, revision(5), below(3), title("Other")),
                    page(9, revision(2), refersTo(3)),
                    page(4, below(1), title("Four")),
                    page(1, revision(4), ImportLines.deletedWith(1)));
            requireSealed(Node.on(site.database()));
        }
        assertThat(heard).isEmpty();
    }

    @OnEveryDatabase
    void conversionsAndRenamesAndTheirUndoing(Product product) {
        Node node = node(product);
        StepSite site = new StepSite(folder);
        Path before = site.jar("1.0", first());
        node.start(before);
        createItems(node, before);
        requireSealed(node);

        Path after = site.jar("1.1", second());
        SyncReport report = node.with(
                        builder -> builder.policy(Policy.standard().allowingLossy()))
                .start(after);
        assertThat(report.committed()).isTrue();
        requireSealed(node);

        node.call(
                synchronizer -> synchronizer
                        .items()
                        .create("Ada", NewItem.of("Story", "S").with("number", "12")),
                after);
        requireSealed(node);
    }

    @OnEveryDatabase
    void undoneRuns(Product product) {
        Node node = node(product);
        StepSite site = new StepSite(folder);
        String plain = article("", "Article", Sources.property("int", "number"), Sources.property("String", "gone"));
        Path before = site.jar("1.0", card("int", "String"), plain);
        node.start(before);
        node.call(
                synchronizer -> synchronizer
                        .items()
                        .create(
                                "Ada",
                                NewItem.of("Article", "A")
                                        .with("number", 4)
                                        .with("card", Block.empty().with("count", 3))),
                before);
        String wide = article("@RenamedFrom(\"Article\")", "Story", Sources.property("java.math.BigDecimal", "number"));
        long run =
                node.start(site.jar("1.1", card("long", "String"), wide)).run().orElseThrow();
        requireSealed(node);

        node.call(synchronizer -> synchronizer.undo(run));

        requireSealed(node);
    }

    @OnEveryDatabase
    void migrationSteps(Product product) {
        Node node = node(product);
        StepSite site = new StepSite(folder);
        Path before = site.jar("1.0", first());
        node.start(before);
        createItems(node, before);

        site.runStep(node, """
                content.items("Article").forEach(item -> {
                    item.set("number", 99);
                    item.set("word", null);
                    item.set("title", "fr", "Bonjour");
                    item.set("card", dev.synchronizer.value.Block.empty().with("count", 8));
                });
                """, first());

        requireSealed(node);
    }

    @OnEveryDatabase
    void overridesAndDefinitionsOfAdministrators(Product product) {
        Node node = node(product);
        StepSite site = new StepSite(folder);
        Path before = site.jar("1.0", first());
        node.start(before);
        Desk ada = Desk.of("Ada", node);
        ada.set("Article", NewSettings.none().with("displayName", "Story").with("order", 3));
        ada.set("Article.title", "prompt", "Say it");
        ada.set("Article", "displayName", "Tale");
        ada.define(Definition.of("Banner").withProperty("text", "STRING").withProperty("size", "INTEGER"));
        node.call(
                synchronizer -> synchronizer
                        .items()
                        .create("Ada", NewItem.of("Banner", "B").with("size", 7)),
                before);
        ada.define(Definition.of("Banner").withProperty("size", "STRING"));
        ada.define(Definition.of("Flyer").withProperty("text", "STRING"));
        ada.set("Banner.text", "required", "false");
        ada.set("Flyer", "icon", "paper");
        ada.undefine("Banner.text");
        ada.undefine("Flyer");
        requireSealed(node);

        node.call(synchronizer ->
                synchronizer.overrides().revert("Ada", RevertScope.at(List.of(Address.parse("Article.title")))));
        requireSealed(node);
    }
}
