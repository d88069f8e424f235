package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.seal.Tampered;
import dev.synchronizer.store.StoredItem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the save of an item that something else has written, where a handler looks at it. */
class G5SavesOfTamperedItemsTest {
    @TempDir
    Path folder;

    private final List<Tampered> heard = new CopyOnWriteArrayList<>();
    private final Listener listener = Listener.of("listener");

    private static Map<String, BiConsumer<Items, Item>> saves() {
        Map<String, BiConsumer<Items, Item>> saves = new LinkedHashMap<>();
        saves.put("UPDATE", (items, item) -> items.save("Ada", item.with("teaser", "Z")));
        saves.put("RENAME", (items, item) -> items.rename("Ada", item.id(), "Other"));
        saves.put(
                "MOVE",
                (items, item) -> items.move(
                        "Ada",
                        item.id(),
                        items.create("Ada", NewItem.of("Article", "Place")).id()));
        saves.put("DUPLICATE", (items, item) -> items.duplicate("Ada", item.id(), "Copy", false));
        saves.put("DELETE", (items, item) -> items.delete("Ada", item.id()));
        return saves;
    }

    private Site start(Product product, Consumer<SynchronizerBuilder> configuration) {
        Path models = Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title") + property("String", "teaser")
                        + "}");
        return Site.start(
                product,
                builder -> {
                    builder.saveHandler(listener).onTampering(heard::add);
                    configuration.accept(builder);
                },
                models);
    }

    /** An item whose title something else has written since. */
    private Item tampered(Site site) {
        Item item = site.items().create("Ada", NewItem.of("Article", "A").with("title", "T"));
        site.database().execute("update ct_value set short_text = 'X' where short_text = 'T'");
        listener.forget();
        return item;
    }

    @OnEveryDatabase
    void aStrictNodeRefusesItAndNothingHasChanged(Product product) {
        saves().forEach((operation, save) -> {
            try (Site site = start(product, builder -> builder.strict(true))) {
                Item item = tampered(site);

                ProblemsException refusal =
                        catchThrowableOfType(ProblemsException.class, () -> save.accept(site.items(), item));

                assertThat(refusal).as(operation).isNotNull();
                assertThat(refusal.problems().asList()).singleElement().satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.TAMPERED);
                    assertThat(problem.subject()).contains(item.id().toString());
                });
                assertThat(listener.calls()).noneMatch(call -> call.contains(operation));
                assertThat(heard).as(operation).hasSize(1);
                assertThat(row(site, item))
                        .satisfies(row -> assertThat(row.revision()).isEqualTo(1));
                heard.clear();
            }
        });
    }

    @OnEveryDatabase
    void otherwiseItIsToldOnceAndTheHandlerSeesWhatStandsThere(Product product) {
        saves().forEach((operation, save) -> {
            try (Site site = start(product, builder -> {})) {
                Item item = tampered(site);
                listener.onSaving(event -> {
                    if (event.operation().name().equals(operation)) {
                        assertThat(List.of(
                                        event.before().get("title"),
                                        event.after().get("title")))
                                .contains(Optional.of("X"));
                    }
                });

                save.accept(
                        site.items(), operation.equals("UPDATE") ? site.items().get(item.id()) : item);

                assertThat(listener.calls()).anyMatch(call -> call.startsWith("afterCommit " + operation));
                assertThat(heard)
                        .as(operation)
                        .extracting(Tampered::key)
                        .containsExactly(item.id().toString());
                assertThat(site.synchronizer().doctor().examine().items().tampered())
                        .as("no save hides it")
                        .isEqualTo(1);
                heard.clear();
            }
        });
    }

    private static StoredItem row(Site site, Item item) {
        try (JdbcStore store = new JdbcStore(site.database().dataSource())) {
            return store.readingContent(reads -> reads.item(item.id())).orElseThrow();
        }
    }
}
