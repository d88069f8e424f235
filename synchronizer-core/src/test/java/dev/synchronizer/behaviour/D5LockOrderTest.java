package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static dev.synchronizer.behaviour.StepSite.consenting;
import static dev.synchronizer.fixtures.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Progress;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.persistence.Watched;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D3, D5: whoever takes locks takes those of types first, at once and by their ids, so that nobody waits in a circle. */
class D5LockOrderTest {
    @TempDir
    Path folder;

    private StepSite site;

    @BeforeEach
    void startAfresh() {
        site = new StepSite(folder);
    }

    @OnEveryDatabase
    void aRunLocksTheTypesThatItChangesInTheOrderInWhichSavesKeepThem(Product product) throws Exception {
        Node node = started(product, type("Article", "title"), type("Page", "pages"));
        Editor editor = Editor.of(node);
        UUID article = editor.writes("Article", Map.of("title", "x"));
        editor.writes("Page", Map.of("pages", "7"));
        long first = Editor.type(node.stored(), "Article").id();
        long second = Editor.type(node.stored(), "Page").id();
        assertThat(first).isLessThan(second);
        Path jar = site.jar(
                "1.1",
                annotatedType("@RenamedFrom(\"Article\")", "Story", "title"),
                type("Page").replace("{", "{" + property("Integer", "pages")));

        try (Rival save = Rival.writing(node, content -> content.keepTypes(List.of(first)), content -> {
            content.keepTypes(List.of(second));
            Rival.save(content, article);
        })) {
            run(node, Rival.onWork(save::goesAhead), jar);
            save.ends();
        }

        assertThat(node.stored().types()).extracting(StoredType::name).containsExactly("Page", "Story");
        assertThat(revision(node, article)).isEqualTo(2);
    }

    @OnEveryDatabase
    void whoDeletesATreeWaitsForARunThatWorksOnItsItemsInAnotherOrder(Product product) throws Exception {
        Node node = started(product, type("Article", "title"), type("Page", "title"));
        UUID article = Editor.of(node).writes("Article", Map.of("title", "x"));
        Path jar = site.jar(
                "1.1",
                type("Article", "title"),
                type("Page", "title"),
                step(
                        "Mark",
                        "version = \"1.1\"",
                        "content.items(\"Article\").forEach(item -> {}); content.items(\"Page\").forEach(page -> {});"));
        UUID page = tree(node, article);
        AtomicInteger locking = new AtomicInteger();
        CountDownLatch lockedOne = new CountDownLatch(1);
        Watched watched = new Watched(node.database().dataSource(), sql -> {
            if (sql.contains("from ct_item") && sql.contains("for update") && locking.incrementAndGet() == 2) {
                lockedOne.countDown();
            }
        });

        try (Rival deletion = Rival.doing(
                lockedOne,
                () -> node.through(watched.dataSource())
                        .call(synchronizer -> synchronizer.items().delete("eve", page)))) {
            run(node, Rival.onWork(deletion::goesAhead), jar);
            deletion.ends();
        }

        assertThat(watched.failures()).isEmpty();
        assertThat(node.count("ct_item where deleted_at is not null")).isEqualTo(2);
    }

    @OnEveryDatabase
    void whoPurgesATreeWaitsForARunThatConvertsValuesOfOneOfItsTypes(Product product) throws Exception {
        Node node = started(product, type("Article", "pages", "words"), type("Page", "title"));
        UUID first = Editor.of(node).writes("Article", Map.of("pages", "7"));
        UUID page = tree(node, first);
        node.call(synchronizer -> {
            Items items = synchronizer.items();
            items.create("eve", NewItem.of("Article", "Last").below(page).with("words", "8"));
            return items.delete("eve", page);
        });
        Path jar = site.jar(
                "1.1",
                type("Article").replace("{", "{" + property("Integer", "pages") + property("Integer", "words")),
                type("Page", "title"));
        Watched watched = new Watched(node.database().dataSource());

        try (Rival purge = Rival.doing(
                new CountDownLatch(1),
                () -> node.through(watched.dataSource())
                        .call(synchronizer -> synchronizer.items().purge("eve", page)))) {
            run(node, Rival.onWork(purge::goesAhead), jar);
            purge.ends();
        }

        assertThat(watched.failures()).isEmpty();
        assertThat(node.count("ct_item")).isEqualTo(1);
    }

    @Test
    void whoDeletesRestoresOrPurgesATreeTakesAllOfItsTypesAtOnceAndBeforeAnyItem() {
        Node node = started(Product.H2, type("Article", "title"), type("Page", "title"));
        UUID page = tree(node, Editor.of(node).writes("Article", Map.of("title", "x")));
        List<String> locks = new ArrayList<>();
        Watched watched = watchingLocks(node, locks);
        List<Consumer<Items>> deeds = List.of(
                items -> items.delete("eve", page),
                items -> items.restore("eve", page),
                items -> items.delete("eve", page),
                items -> items.purge("eve", page));

        for (Consumer<Items> deed : deeds) {
            locks.clear();
            node.through(watched.dataSource()).call(synchronizer -> {
                deed.accept(synchronizer.items());
                return page;
            });
            assertThat(locks).containsExactly("ct_type", "ct_item");
        }
    }

    @Test
    void whoSavesAnItemWhoseTypeHasLeftItsNameToAnotherOneTakesTheTypeBeforeTheItem() {
        Node node = started(Product.H2, type("Article", "title"));
        UUID article = Editor.of(node).writes("Article", Map.of("title", "x"));
        Item read = node.call(synchronizer -> synchronizer.items().get(article));
        String story = annotatedType("@RenamedFrom(\"Article\")", "Story", "title");
        node.start(site.jar("1.1", story));
        node.start(site.jar("1.2", type("Story", "title"), type("Article", "body")));
        List<String> locks = new ArrayList<>();
        Watched watched = watchingLocks(node, locks);

        node.through(watched.dataSource())
                .call(synchronizer -> synchronizer.items().save("eve", read.with("title", "y")));

        assertThat(locks).as("in two transactions").containsExactly("ct_type", "ct_item", "ct_type", "ct_item");
        assertThat(revision(node, article)).isEqualTo(2);
    }

    private static Watched watchingLocks(Node node, List<String> locks) {
        return new Watched(node.database().dataSource(), sql -> {
            if (sql.contains("for update")) {
                locks.add(sql.replaceAll(".* from (\\w+) .*", "$1"));
            }
        });
    }

    @Test
    void whoCopiesATreeTakesAllOfItsTypesAtOnceAndBeforeAnyItem() {
        Node node = started(Product.H2, type("Article", "title"), type("Page", "title"));
        UUID article = Editor.of(node).writes("Article", Map.of("title", "x"));
        UUID page = tree(node, article);
        List<String> locks = new ArrayList<>();
        Watched watched = watchingLocks(node, locks);

        node.through(watched.dataSource()).call(synchronizer -> {
            synchronizer.items().duplicate("eve", page, "Copy", true);
            locks.clear();
            return synchronizer.items().duplicate("eve", page, "Another", true);
        });

        assertThat(locks).containsExactly("ct_type", "ct_item");
        assertThat(node.count("ct_item")).isEqualTo(7);
    }

    /** A page, with a page below it whose id is given back, and below that the article. */
    private static UUID tree(Node node, UUID article) {
        return node.call(synchronizer -> {
            Items items = synchronizer.items();
            Item top = items.create("eve", NewItem.of("Page", "Top"));
            Item page = items.create("eve", NewItem.of("Page", "Page").below(top.id()));
            items.move("eve", article, page.id());
            return page.id();
        });
    }

    private Node started(Product product, String... types) {
        Node node = Node.on(product);
        node.start(site.jar("1.0", types));
        return node;
    }

    private static void run(Node node, Progress progress, Path jar) {
        consenting(node.with(builder -> builder.progress(progress)), consenting -> consenting.start(jar), jar);
    }

    private static long revision(Node node, UUID item) {
        return Editor.of(node).in(content -> content.item(item).orElseThrow().revision());
    }
}
