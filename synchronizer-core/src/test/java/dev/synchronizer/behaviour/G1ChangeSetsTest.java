package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.persistence.Watched;
import dev.synchronizer.saving.Change;
import dev.synchronizer.saving.ChangedPlace;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.transfer.ImportOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What handlers are told of a save: the operation, what was before and after, and exactly what changes. */
class G1ChangeSetsTest {
    @TempDir
    Path folder;

    private Path models(String version, String more) {
        return Site.jar(
                folder,
                version,
                "@ContentType public class Article {" + property("String", "title") + "@Property(localized = true) "
                        + property("String", "teaser") + more + "}");
    }

    private Path models() {
        return models("1.0", "");
    }

    @OnEveryDatabase
    void aValueThatComesIsAddedAndOneThatGoesIsRemoved(Product product) {
        Listener handler = Listener.of("listener");
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            Item empty = site.create("Article", "A");
            Item filled = site.items().save("Ada", empty.with("title", "x"));
            Item changed = site.items().save("Ada", filled.with("title", "y"));
            site.items().save("Ada", changed.with("title", null));

            assertThat(handler.calls())
                    .containsExactly(
                            "saving CREATE A [name ADDED]",
                            "saved CREATE A [name ADDED]",
                            "afterCommit CREATE A [name ADDED]",
                            "saving UPDATE A [title ADDED]",
                            "saved UPDATE A [title ADDED]",
                            "afterCommit UPDATE A [title ADDED]",
                            "saving UPDATE A [title CHANGED]",
                            "saved UPDATE A [title CHANGED]",
                            "afterCommit UPDATE A [title CHANGED]",
                            "saving UPDATE A [title REMOVED]",
                            "saved UPDATE A [title REMOVED]",
                            "afterCommit UPDATE A [title REMOVED]");
        }
    }

    @OnEveryDatabase
    void aPropertyThatIsNewInTheModelCountsOnAnOldRowToo(Product product) {
        Listener handler = Listener.of("listener");
        try (Site site = Site.start(product, models())) {
            Item old = site.create("Article", "A");
            Path newer = models("1.1", property("String", "summary"));
            try (Site upgraded = site.another(builder -> builder.saveHandler(handler), newer)) {
                Item filled = upgraded.items().save("Ada", old.with("summary", "x"));
                upgraded.items().save("Ada", filled.with("summary", null));

                assertThat(handler.calls())
                        .filteredOn(call -> call.startsWith("saving"))
                        .containsExactly("saving UPDATE A [summary ADDED]", "saving UPDATE A [summary REMOVED]");
            }
        }
    }

    @OnEveryDatabase
    void whatGoesWithAPropertyThatCodeDroppedIsTold(Product product) {
        Listener handler = Listener.of("listener");
        Path first = models("1.0", property("String", "old"));
        try (Site site = Site.start(product, first)) {
            Item item = site.items().create("Ada", NewItem.of("Article", "A").with("old", "x"));
            try (Site upgraded = site.another(builder -> builder.saveHandler(handler), models("1.1", ""))) {
                Item read = upgraded.items().get(item.id());
                upgraded.items().save("Ada", read.without("old"));

                assertThat(handler.calls()).first().isEqualTo("saving UPDATE A [old REMOVED]");
            }
        }
    }

    @OnEveryDatabase
    void aChangeIsToldPerLanguageWithBeforeAndAfter(Product product) {
        List<Change> seen = new ArrayList<>();
        Listener handler = Listener.of("listener")
                .onSaving(event -> event.changes().of("teaser", "de").ifPresent(seen::add));
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            Item item = site.items()
                    .create(
                            "Ada",
                            NewItem.of("Article", "A")
                                    .with("teaser", "de", "alt")
                                    .with("teaser", "en", "old"));
            seen.clear();

            site.items().save("Ada", item.with("teaser", "de", "neu"));

            assertThat(seen).singleElement().satisfies(change -> {
                assertThat(change.place()).isEqualTo(ChangedPlace.value("teaser", "de"));
                assertThat(change.kind()).isEqualTo(Change.Kind.CHANGED);
                assertThat(change.before()).contains("alt");
                assertThat(change.after()).contains("neu");
            });
        }
    }

    @OnEveryDatabase
    void aSaveThatChangesNothingWritesNothingAndTellsNobody(Product product) {
        Listener handler = Listener.of("listener");
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            Item item = site.create("Article", "A");
            handler.calls();

            Item same = site.items().save("Ada", item);
            site.items().rename("Ada", item.id(), "A");
            site.items().move("Ada", item.id(), null);

            assertThat(handler.calls()).isEmpty();
            assertThat(same.revision()).isEqualTo(1);
            assertThat(site.items().get(item.id())).isEqualTo(item);
        }
    }

    @OnEveryDatabase
    void whatAHandlerTakesBackIsNotWritten(Product product) {
        Listener handler = Listener.of("listener", Serves.stores("main").operations(SaveOperation.UPDATE))
                .onSaving(event -> event.set("title", "Old"));
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            Item item = site.items().create("Ada", NewItem.of("Article", "A").with("title", "Old"));

            Item saved = site.items().save("Ada", item.with("title", "New"));

            assertThat(saved.revision()).isEqualTo(1);
            assertThat(handler.calls()).containsExactly("saving UPDATE A [title CHANGED]");
        }
    }

    @OnEveryDatabase
    void aValueThatAHandlerSetsIsWrittenWithTheRestAndSeenAfterwards(Product product) {
        List<Object> seen = new ArrayList<>();
        Listener handler = Listener.of("listener", Serves.stores("main").operations(SaveOperation.UPDATE))
                .onSaving(event ->
                        event.set("teaser", "de", event.after().get("title").orElse("") + "!"))
                .onSaved(event -> {
                    seen.add(event.after().get("teaser", "de").orElse(""));
                    seen.add(event.revision());
                });
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            Item item = site.create("Article", "A");
            Watched watched = new Watched(site.database().dataSource());
            try (Site node =
                    site.another(builder -> builder.saveHandler(handler).dataSource(watched.dataSource()), models())) {

                Item saved = node.items().save("Ada", item.with("title", "New"));

                assertThat(saved.get("teaser", "de")).contains("New!");
                assertThat(saved.revision()).isEqualTo(2);
                assertThat(node.items().get(item.id())).isEqualTo(saved);
            }
            assertThat(seen).containsExactly("New!", 2L);
            assertThat(handler.calls())
                    .containsExactly(
                            "saving UPDATE A [title ADDED]",
                            "saved UPDATE A [teaser[de] ADDED, title ADDED]",
                            "afterCommit UPDATE A [teaser[de] ADDED, title ADDED]");
            assertThat(watched.executions())
                    .filteredOn(sql -> sql.startsWith("update ct_item"))
                    .hasSize(1);
        }
    }

    @OnEveryDatabase
    void everyOperationIsToldByItsName(Product product) {
        Listener handler = Listener.of("listener");
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            Item parent = site.create("Article", "P");
            Item item = site.createBelow(parent.id(), "Article", "A");
            site.items().save("Ada", item.with("title", "x"));
            site.items().rename("Ada", item.id(), "B");
            site.items().move("Ada", item.id(), null);
            site.items().duplicate("Ada", item.id(), "C", true);
            site.items().delete("Ada", item.id());
            site.items().restore("Ada", item.id());
            site.items().delete("Ada", item.id());
            site.items().purge("Ada", item.id());

            assertThat(handler.calls())
                    .filteredOn(call -> call.startsWith("saved"))
                    .containsExactly(
                            "saved CREATE P [name ADDED]",
                            "saved CREATE A [name ADDED, parent ADDED]",
                            "saved UPDATE A [title ADDED]",
                            "saved RENAME A [name CHANGED]",
                            "saved MOVE B [parent REMOVED]",
                            "saved DUPLICATE C [name ADDED, title ADDED]",
                            "saved DELETE B [deleted ADDED]",
                            "saved RESTORE B [deleted REMOVED]",
                            "saved DELETE B [deleted ADDED]",
                            "saved PURGE B [deleted REMOVED, name REMOVED, title REMOVED]");
        }
    }

    @OnEveryDatabase
    void aTreeIsDuplicatedAndDeletedItemByItem(Product product) {
        Listener handler = Listener.of("listener");
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            Item top = site.create("Article", "Top");
            site.createBelow(top.id(), "Article", "Below");
            handler.calls();

            site.items().duplicate("Ada", top.id(), "Copy", true);
            site.items().delete("Ada", top.id());

            assertThat(handler.calls())
                    .filteredOn(call -> call.startsWith("saved"))
                    .containsExactly(
                            "saved DUPLICATE Copy [name ADDED]",
                            "saved DUPLICATE Below [name ADDED, parent ADDED]",
                            "saved DELETE Top [deleted ADDED]",
                            "saved DELETE Below [deleted ADDED]");
        }
    }

    @OnEveryDatabase
    void linesOfAnImportAreSavesOfThatOrigin(Product product) {
        List<SaveOrigin> origins = new ArrayList<>();
        Listener handler = Listener.of("listener").onSaving(event -> origins.add(event.origin()));
        try (Site site = Site.start(product, models())) {
            Item item = site.items().create("Ada", NewItem.of("Article", "A").with("title", "x"));
            ByteArrayOutputStream exported = new ByteArrayOutputStream();
            site.transfer().export(ItemQuery.all(), exported);
            String line = exported.toString(StandardCharsets.UTF_8);
            String other = line.replace("\"x\"", "\"y\"").replace("\"revision\":1", "\"revision\":2");
            String fresh = line.replace(item.id().toString(), "00000000-0000-0000-0000-000000000001");
            try (Site node = site.another(builder -> builder.saveHandler(handler), models())) {
                node.transfer()
                        .importFrom(
                                "Ada",
                                new ByteArrayInputStream((line + other + fresh).getBytes(StandardCharsets.UTF_8)),
                                ImportOptions.allOrNothing().withContinueOnError(true));

                assertThat(handler.calls())
                        .containsExactly(
                                "saving CREATE A [name ADDED, title ADDED]",
                                "saved CREATE A [name ADDED, title ADDED]",
                                "afterCommit CREATE A [name ADDED, title ADDED]");
                assertThat(origins).containsOnly(SaveOrigin.IMPORT);

                node.transfer()
                        .importFrom(
                                "Ada",
                                new ByteArrayInputStream(other.getBytes(StandardCharsets.UTF_8)),
                                ImportOptions.allOrNothing());

                assertThat(handler.calls()).contains("saved UPDATE A [title CHANGED]");
                assertThat(node.items().get(item.id()).get("title")).contains("y");
            }
        }
    }
}
