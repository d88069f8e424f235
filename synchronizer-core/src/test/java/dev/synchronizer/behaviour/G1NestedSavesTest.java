package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveEvent;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.Serves;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;

/** What handlers save in turn: it joins the unit of work, and stands or falls with it. */
class G1NestedSavesTest {
    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title")
                        + "@Property(localized = true) " + property("String", "teaser")
                        + property("dev.synchronizer.annotation.ContentReference", "next") + "}");
    }

    private static Serves updates() {
        return Serves.stores("main").operations(SaveOperation.UPDATE);
    }

    /** Saves the item that the saved one names by its title, once more. */
    private static void saveNext(SaveEvent event) {
        Items items = event.via(Items.class);
        String next = (String) event.after().get("title").orElse("");
        Optional<Item> found = items.list(ItemQuery.all()).stream()
                .filter(item -> item.name().equals(next))
                .findFirst();
        found.ifPresent(item -> items.save("handler", item.with("teaser", item.revision() + "th")));
    }

    @OnEveryDatabase
    void aCircleOfSavesEndsAndEachHandlerIsCalledOnceForEachItem(Product product) {
        Listener handler = Listener.of("chain", updates()).onSaved(G1NestedSavesTest::saveNext);
        try (Site site = Site.start(product, models())) {
            Item a = site.items().create("Ada", NewItem.of("Article", "A").with("title", "B"));
            Item b = site.items().create("Ada", NewItem.of("Article", "B").with("title", "A"));
            try (Site node = site.another(builder -> builder.saveHandler(handler), models())) {

                Item saved = node.items().save("Ada", a.with("teaser", "begun"));

                assertThat(handler.calls())
                        .containsExactly(
                                "saving UPDATE A [teaser ADDED]",
                                "saved UPDATE A [teaser ADDED]",
                                "saving UPDATE B [teaser ADDED]",
                                "saved UPDATE B [teaser ADDED]",
                                "afterCommit UPDATE B [teaser ADDED]",
                                "afterCommit UPDATE A [teaser ADDED]");
                assertThat(saved.get("teaser")).contains("2th");
                assertThat(saved.revision()).isEqualTo(3);
                assertThat(node.items().get(a.id())).isEqualTo(saved);
                assertThat(node.items().get(b.id()).revision()).isEqualTo(2);
            }
        }
    }

    @OnEveryDatabase
    void anotherLanguageOfTheSameItemIsAnotherCall(Product product) {
        Listener handler = Listener.of("translator", updates()).onSaved(event -> {
            Items items = event.via(Items.class);
            Item item = items.get(UUID.fromString(event.subject().key()));
            items.save("handler", item.with("teaser", "de", "neu"));
        });
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            Item item = site.create("Article", "A");

            Item saved = site.items().save("Ada", item.with("teaser", "en", "new"));

            assertThat(handler.calls())
                    .filteredOn(call -> call.startsWith("saved"))
                    .containsExactly("saved UPDATE A [teaser[en] ADDED]", "saved UPDATE A [teaser[de] ADDED]");
            assertThat(saved.get("teaser", "de")).contains("neu");
        }
    }

    @OnEveryDatabase
    void aChainThatIsTooDeepFailsAndNamesItsPath(Product product) {
        Listener handler = Listener.of("copies", Serves.stores("main"))
                .onSaved(event -> event.via(Items.class)
                        .create("handler", NewItem.of("Article", event.subject().name() + "+")));
        try (Site site =
                Site.start(product, builder -> builder.saveHandler(handler).deepestSaves(3), models())) {

            ProblemsException refusal =
                    catchThrowableOfType(ProblemsException.class, () -> site.create("Article", "A"));

            assertThat(refusal.problems().asList()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ProblemCode.SAVES_TOO_DEEP);
                assertThat(problem.message())
                        .matches(
                                "saves bring about saves more than 3 deep: "
                                        + "\"A\" \\(.*\\) -> \"A\\+\" \\(.*\\) -> \"A\\+\\+\" \\(.*\\) -> \"A\\+\\+\\+\" \\(.*\\)");
            });
            assertThat(site.items().count(ItemQuery.all())).isZero();
        }
    }

    @OnEveryDatabase
    void whereANestedSaveFailsNothingIsSaved(Product product) {
        for (boolean swallowed : List.of(false, true)) {
            AtomicReference<UUID> other = new AtomicReference<>();
            Listener handler = Listener.of("listener", updates()).onSaved(event -> {
                try {
                    event.via(Items.class).rename("handler", other.get(), " ");
                } catch (ProblemsException e) {
                    if (!swallowed) {
                        throw e;
                    }
                }
            });
            try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
                Item a = site.create("Article", "A");
                other.set(site.create("Article", "B").id());

                assertThatThrownBy(() -> site.items().save("Ada", a.with("title", "x")))
                        .as("swallowed: %s", swallowed)
                        .isInstanceOf(ProblemsException.class)
                        .hasMessageContaining("is blank");

                assertThat(site.items().get(a.id())).isEqualTo(a);
                assertThat(handler.calls()).noneMatch(call -> call.startsWith("afterCommit"));
            }
        }
    }

    @OnEveryDatabase
    void whatAHandlerSavesOfTheItemThatIsBeingSavedIsPartOfThatSave(Product product) {
        Listener handler = Listener.of("self", updates()).onSaving(event -> {
            Items items = event.via(Items.class);
            Item item = items.get(UUID.fromString(event.subject().key()));
            items.save("handler", item.with("teaser", "nested"));
            items.rename("handler", item.id(), "Renamed");
        });
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            Item item = site.create("Article", "A");

            Item saved = site.items().save("Ada", item.with("title", "x"));

            assertThat(saved.revision()).isEqualTo(2);
            assertThat(saved.name()).isEqualTo("Renamed");
            assertThat(saved.get("title")).contains("x");
            assertThat(saved.get("teaser")).contains("nested");
            assertThat(site.items().get(item.id())).isEqualTo(saved);
            assertThat(handler.calls())
                    .containsExactly(
                            "saving UPDATE A [title ADDED]",
                            "saved UPDATE A [name CHANGED, teaser ADDED, title ADDED]",
                            "afterCommit UPDATE A [name CHANGED, teaser ADDED, title ADDED]");
        }
    }

    @OnEveryDatabase
    void anItemIsNotDeletedInTheMidstOfItsOwnSave(Product product) {
        Listener handler = Listener.of("self", updates())
                .onSaving(event -> event.via(Items.class)
                        .delete("handler", UUID.fromString(event.subject().key())));
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            Item item = site.create("Article", "A");

            ProblemsException refusal = catchThrowableOfType(
                    ProblemsException.class, () -> site.items().save("Ada", item.with("title", "x")));

            assertThat(refusal.problems().asList())
                    .extracting(problem -> problem.code())
                    .containsExactly(ProblemCode.SAVE_UNDER_WAY);
            assertThat(site.items().get(item.id())).isEqualTo(item);
        }
    }

    @OnEveryDatabase
    void whatWasWrittenInTheUnitIsReadInIt(Product product) {
        List<Object> read = new ArrayList<>();
        Listener handler = Listener.of("reader", updates())
                .onSaved(event -> read.add(event.via(Items.class)
                        .get(UUID.fromString(event.subject().key()))
                        .get("title")
                        .orElse("")));
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            Item item = site.create("Article", "A");

            site.items().save("Ada", item.with("title", "x"));

            assertThat(read).containsExactly("x");
        }
    }

    @OnEveryDatabase
    void manyThreadsSaveThroughOneHandlerThatSavesItself(Product product) throws Exception {
        int threads = 64;
        Listener handler = Listener.of("self", updates()).onSaved(event -> {
            Items items = event.via(Items.class);
            Item item = items.get(UUID.fromString(event.subject().key()));
            if (item.get("title").orElse("").equals("fails")) {
                throw new IllegalStateException("it was to fail");
            }
            items.save("handler", item.with("teaser", "seen"));
        });
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            List<Item> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(site.create("Article", "A" + i));
            }
            for (String title : List.of("fails", "x", "y")) {
                List<Callable<String>> work = new ArrayList<>();
                for (Item item : all) {
                    work.add(() -> end(site, item, title));
                }

                List<String> ends = AtOnce.all(work);

                assertThat(ends).containsOnly(title.equals("fails") ? "it was to fail" : "seen");
                assertThat(site.synchronizer().savesUnderWay()).isZero();
                assertThat(handler.calls())
                        .filteredOn(call -> call.startsWith("saving"))
                        .hasSize(threads);
            }
        }
    }

    private static String end(Site site, Item item, String title) {
        try {
            Item now = site.items().get(item.id());
            return (String) site.items()
                    .save("Ada", now.with("title", title).with("teaser", null))
                    .get("teaser")
                    .orElse("nothing");
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @OnEveryDatabase
    void whatIsSuppressedIsNotCalledAndOtherNodesSeeTheSaveAllTheSame(Product product) {
        Listener loud = Listener.of("loud");
        Listener other = Listener.of("other");
        try (Site site =
                        Site.start(product, builder -> builder.saveHandler(loud).saveHandler(other), models());
                Site node = site.another(models())) {
            Item item = site.create("Article", "A");
            loud.calls();
            other.calls();

            site.items().with(SaveOptions.standard().suppress("loud")).save("Ada", item.with("title", "x"));

            assertThat(loud.calls()).isEmpty();
            assertThat(other.calls()).hasSize(3);
            assertThat(site.items().get(item.id()).get("title")).contains("x");
            assertThat(node.items().get(item.id()).get("title")).contains("x");
        }
    }

    @OnEveryDatabase
    void whatIsSuppressedByAWrongNameIsRefused(Product product) {
        Listener loud = Listener.of("loud");
        try (Site site = Site.start(product, builder -> builder.saveHandler(loud), models())) {
            Items items = site.items().with(SaveOptions.standard().suppress("lout"));

            assertThatThrownBy(() -> items.create("Ada", NewItem.of("Article", "A")))
                    .isInstanceOf(ProblemsException.class)
                    .hasMessageContaining("no handler of the store main has the name lout; perhaps loud is meant");
        }
    }
}
