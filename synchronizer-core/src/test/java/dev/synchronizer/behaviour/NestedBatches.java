package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ImportLines.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.store.ItemFilter.Bin;
import dev.synchronizer.transfer.InvalidImportException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Pages whose handlers save other pages, on a node that serves nothing whose seal does not fit. */
final class NestedBatches {
    private NestedBatches() {}

    static Site start(Product product, Path folder, Listener... handlers) {
        return start(product, folder, builder -> {}, handlers);
    }

    static Site start(Product product, Path folder, Consumer<SynchronizerBuilder> configuration, Listener... handlers) {
        return Site.start(
                product,
                builder -> {
                    builder.strict(true);
                    configuration.accept(builder);
                    List.of(handlers).forEach(builder::saveHandler);
                },
                ImportLines.models(folder));
    }

    /** A handler that does something before items of this name are saved in this way, once for each. */
    static Listener before(SaveOperation operation, String name, BiConsumer<SavingEvent, Items> action) {
        return Listener.of("nested", Serves.stores("main").operations(operation))
                .onSaving(event -> {
                    if (event.subject().name().equals(name)) {
                        action.accept(event, event.via(Items.class));
                    }
                });
    }

    static UUID key(SavingEvent event) {
        return UUID.fromString(event.subject().key());
    }

    static Item page(Site site, String name) {
        return site.create("Page", name);
    }

    static Item below(Item parent, Site site, String name) {
        return site.createBelow(parent.id(), "Page", name);
    }

    /** Gives an item another title, whatever revision it has by now. */
    static Item titled(Items items, UUID id, String title) {
        return items.save("handler", items.get(id).with("title", title));
    }

    /** The one item of this name, in the recycle bin or not. */
    static Item named(Site site, String name) {
        return site.items().list(ItemQuery.all().in(Bin.ANY)).stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Problem refusal(ThrowingCallable call) {
        ProblemsException refused = catchThrowableOfType(ProblemsException.class, call);
        assertThat(refused).as("it is refused").isNotNull();
        assertThat(refused.problems().asList()).hasSize(1);
        return refused.problems().asList().get(0);
    }

    /** Saves another page of an import before that of a line is made. */
    static Listener saving(int line, int other) {
        return before(SaveOperation.CREATE, "N" + line, (event, items) -> titled(items, id(other), "nested"));
    }

    /** What is wrong with the lines of an import that is refused as a whole. */
    static List<Problem> refusedImport(ThrowingCallable call) {
        InvalidImportException refusal = catchThrowableOfType(InvalidImportException.class, call);
        assertThat(refusal).as("the import is refused as a whole").isNotNull();
        return refusal.problems().asList();
    }

    /** Every seal fits what stands there, and no item stands below one that is deleted or gone. */
    static void assertSound(Site site) {
        assertThat(site.synchronizer().doctor().examine().problems()).isEmpty();
        List<Item> living = site.items().list(ItemQuery.all());
        List<UUID> ids = living.stream().map(Item::id).toList();
        assertThat(living)
                .allSatisfy(item -> assertThat(item.parent() == null || ids.contains(item.parent()))
                        .as("%s stands below a living item", item.name())
                        .isTrue());
    }
}
