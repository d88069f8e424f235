package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.Serves;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** Who is called for a save, and what handlers are told of it, keep for it and can do to it. */
class G1HandlersTest {
    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
    }

    @OnEveryDatabase
    void whatAHandlerKeepsBeforeTheWriteItFindsAfterIt(Product product) {
        List<String> found = new ArrayList<>();
        Listener one = Listener.of("one")
                .onSaving(event -> event.put("note", "by one"))
                .onSaved(event -> found.add(event.get("note", String.class).orElse("nothing")))
                .onAfterCommit(
                        event -> found.add(event.get("note", String.class).orElse("nothing")));
        Listener two = Listener.of("two")
                .onSaved(event -> found.add(event.get("note", String.class).orElse("nothing")));
        try (Site site = Site.start(product, builder -> builder.saveHandler(one).saveHandler(two), models())) {
            site.create("Article", "A");

            assertThat(found).containsExactly("by one", "nothing", "by one");
        }
    }

    @OnEveryDatabase
    void theEventSaysWhoSavesWhatFromWhere(Product product) {
        List<Object> seen = new ArrayList<>();
        Listener handler = Listener.of("listener")
                .onSaving(event -> seen.addAll(List.of(
                        event.store(),
                        event.origin(),
                        event.actor(),
                        event.roles().orElse(Set.of()),
                        event.subject().type())));
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            site.items()
                    .with(site.items().options().from(SaveOrigin.UI).withRoles(Set.of("editor")))
                    .create("Ada", NewItem.of("Article", "A"));

            assertThat(seen).containsExactly("main", SaveOrigin.UI, "Ada", Set.of("editor"), "Article");
        }
    }

    @OnEveryDatabase
    void aHandlerForOneStoreIsNeverCalledForAnotherOne(Product product) {
        Listener ofMain = Listener.of("of-main", Serves.stores("main"));
        Listener ofArchive = Listener.of("of-archive", Serves.stores("archive"));
        Listener ofBoth = Listener.of("of-both", Serves.stores("main", "archive"));
        try (Site site = Site.start(
                product,
                builder -> builder.storeName("archive")
                        .saveHandler(ofMain)
                        .saveHandler(ofArchive)
                        .saveHandler(ofBoth),
                models())) {
            site.create("Article", "A");

            assertThat(ofMain.calls()).isEmpty();
            assertThat(ofArchive.calls()).hasSize(3);
            assertThat(ofBoth.calls()).hasSize(3);
        }
    }

    @OnEveryDatabase
    void aHandlerIsCalledForItsTypesAndOperationsAlone(Product product) {
        Listener ofOthers = Listener.of("of-others", Serves.stores("main").types("Page"));
        Listener ofDeletes = Listener.of("of-deletes", Serves.stores("main").operations(SaveOperation.DELETE));
        try (Site site =
                Site.start(product, builder -> builder.saveHandler(ofOthers).saveHandler(ofDeletes), models())) {
            Item item = site.create("Article", "A");
            site.items().delete("Ada", item.id());

            assertThat(ofOthers.calls()).isEmpty();
            assertThat(ofDeletes.calls()).hasSize(3).allMatch(call -> call.contains("DELETE"));
        }
    }

    @OnEveryDatabase
    void valuesThatAHandlerSetsAreHeldAgainstTheModel(Product product) {
        Listener handler = Listener.of("listener", Serves.stores("main").operations(SaveOperation.UPDATE))
                .onSaving(event -> event.set("nowhere", "x"));
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            Item item = site.create("Article", "A");

            assertThat(Site.violations(() -> site.items().save("Ada", item.with("title", "x"))))
                    .extracting(violation -> violation.place() + " " + violation.code())
                    .containsExactly("Article.nowhere UNKNOWN_VALUE");
        }
    }

    @OnEveryDatabase
    void afterTheCommitTheSaveStandsWhateverAHandlerDoes(Product product) {
        Listener first = Listener.of("first").onAfterCommit(event -> {
            throw new IllegalStateException("the other system is away");
        });
        Listener second = Listener.of("second");
        try (Site site =
                Site.start(product, builder -> builder.saveHandler(first).saveHandler(second), models())) {
            Item item = site.create("Article", "A");

            assertThat(site.items().get(item.id())).isEqualTo(item);
            assertThat(second.calls()).hasSize(3);
        }
    }
}
