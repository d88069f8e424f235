package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.NestedBatches.assertSound;
import static dev.synchronizer.behaviour.NestedBatches.before;
import static dev.synchronizer.behaviour.NestedBatches.key;
import static dev.synchronizer.behaviour.NestedBatches.page;
import static dev.synchronizer.behaviour.NestedBatches.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveValidator;
import dev.synchronizer.store.ItemFilter.Bin;
import dev.synchronizer.value.Values;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;

/** What handlers save of the very item that is being saved: it becomes part of that save, or is refused (G). */
class G2SelfSavesTest {
    @TempDir
    Path folder;

    private final AtomicReference<UUID> other = new AtomicReference<>();

    @OnEveryDatabase
    void aNameGivenInTheMidstOfAMoveLeavesTheMoveAlone(Product product) {
        Listener handler =
                before(SaveOperation.MOVE, "A", (event, items) -> items.rename("handler", key(event), "Renamed"));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            Item b = page(site, "B");

            Item moved = site.items().move("Ada", a.id(), b.id());

            assertThat(moved.parent()).isEqualTo(b.id());
            assertThat(moved.name()).isEqualTo("Renamed");
            assertThat(moved.revision()).isEqualTo(2);
            assertThat(site.items().get(a.id())).isEqualTo(moved);
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void aMoveInTheMidstOfARenameLeavesTheNameAlone(Product product) {
        Listener handler =
                before(SaveOperation.RENAME, "A", (event, items) -> items.move("handler", key(event), other.get()));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            other.set(page(site, "B").id());

            Item renamed = site.items().rename("Ada", a.id(), "Renamed");

            assertThat(renamed.parent()).isEqualTo(other.get());
            assertThat(renamed.name()).isEqualTo("Renamed");
            assertThat(site.items().get(a.id())).isEqualTo(renamed);
            assertThat(handler.calls()).contains("saved RENAME A [name CHANGED, parent ADDED]");
        }
    }

    @OnEveryDatabase
    void whatIsAboutToBeMovedCountsAsBeingThere(Product product) {
        Listener handler =
                before(SaveOperation.MOVE, "A", (event, items) -> items.move("handler", other.get(), key(event)));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            Item b = page(site, "B");
            other.set(b.id());

            Problem refused = refusal(() -> site.items().move("Ada", a.id(), b.id()));

            assertThat(refused.code()).isEqualTo(ProblemCode.WRONG_PLACE);
            assertThat(site.items().list(ItemQuery.all()))
                    .allSatisfy(item -> assertThat(item.parent()).isNull());
        }
    }

    @OnEveryDatabase
    void whereItIsToStandIsNotDeletedMeanwhile(Product product) {
        Listener handler = before(SaveOperation.MOVE, "A", (event, items) -> items.delete("handler", other.get()));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            Item b = page(site, "B");
            other.set(b.id());

            Problem refused = refusal(() -> site.items().move("Ada", a.id(), b.id()));

            assertThat(refused.code()).isEqualTo(ProblemCode.WRONG_PLACE);
            assertThat(refused.message()).contains("is in the recycle bin");
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void whatIsBeingDeletedRestoredOrPurgedIsNotSavedInTheMidst(Product product) {
        for (SaveOperation operation :
                new SaveOperation[] {SaveOperation.DELETE, SaveOperation.RESTORE, SaveOperation.PURGE}) {
            Listener saving = before(
                    operation,
                    "A",
                    (event, items) ->
                            items.save("handler", key(event), 1, Values.none().with("title", "lost")));
            Listener renaming =
                    before(operation, "A", (event, items) -> items.rename("handler", key(event), "Renamed"));
            Listener moving = before(operation, "A", (event, items) -> items.move("handler", key(event), other.get()));
            for (Listener handler : new Listener[] {saving, renaming, moving}) {
                try (Site site = NestedBatches.start(product, folder, handler)) {
                    Item a = page(site, "A");
                    other.set(page(site, "B").id());

                    Problem refused = refusal(() -> {
                        site.items().delete("Ada", a.id());
                        if (operation == SaveOperation.RESTORE) {
                            site.items().restore("Ada", a.id());
                        }
                        site.items().purge("Ada", a.id());
                    });

                    assertThat(refused.code()).isEqualTo(ProblemCode.SAVE_UNDER_WAY);
                    assertThat(refused.subject()).contains("\"A\"").contains(a.id().toString());
                    assertThat(refused.message())
                            .contains(
                                    operation == SaveOperation.RESTORE
                                            ? "restored"
                                            : operation == SaveOperation.PURGE ? "purged" : "deleted");
                    assertThat(site.items().count(ItemQuery.all().in(Bin.INSIDE)))
                            .isEqualTo(operation == SaveOperation.DELETE ? 0 : 1);
                }
            }
        }
    }

    @OnEveryDatabase
    void whatIsJustBeingMadeIsSetOnTheEventAndNotSaved(Product product) {
        Listener handler = before(
                SaveOperation.CREATE,
                "A",
                (event, items) ->
                        items.save("handler", key(event), 1, Values.none().with("title", "lost")));
        try (Site site = NestedBatches.start(product, folder, handler)) {

            Problem refused = refusal(() -> site.create("Page", "A"));

            assertThat(refused.code()).isEqualTo(ProblemCode.SAVE_UNDER_WAY);
            assertThat(refused.subject()).contains("\"A\"");
            assertThat(refused.message()).contains("being made");
            assertThat(refused.fix()).contains("set it on the event");
            assertThat(site.items().count(ItemQuery.all())).isZero();
        }
    }

    @OnEveryDatabase
    void whatIsJustBeingMadeIsNotDeletedEither(Product product) {
        Listener handler = before(SaveOperation.CREATE, "A", (event, items) -> items.delete("handler", key(event)));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            assertThat(refusal(() -> site.create("Page", "A")).code()).isEqualTo(ProblemCode.SAVE_UNDER_WAY);
        }
    }

    @OnEveryDatabase
    void whoBeganItAllIsToldWhatBecameOfIt(Product product) {
        Listener handler = Listener.of("bin").onSaved(event -> {
            if (event.operation() == SaveOperation.CREATE) {
                event.via(Items.class)
                        .delete("handler", UUID.fromString(event.subject().key()));
            }
        });
        try (Site site = NestedBatches.start(product, folder, handler)) {

            Item made = site.items().create("Ada", NewItem.of("Page", "A"));

            assertThat(made.deleted()).isNotNull();
            assertThat(made).isEqualTo(site.items().get(made.id()));
        }
    }

    @OnEveryDatabase
    void whatAValidatorSavesOfTheItemIsPartOfThatSaveToo(Product product) {
        AtomicReference<Items> items = new AtomicReference<>();
        SaveValidator validator = Validated.validator("saving", (item, findings) -> {
            if (item.after().get("title").isPresent()
                    && item.after().get("number").isEmpty()) {
                UUID id = UUID.fromString(item.subject().key());
                items.get().save("validator", items.get().get(id).with("number", 7));
            }
        });
        try (Site site = NestedBatches.start(product, folder, builder -> builder.saveValidator(validator))) {
            items.set(site.items());
            Item a = page(site, "A");

            Item saved = site.items().save("Ada", a.with("title", "x"));

            assertThat(saved.get("number")).hasToString("Optional[7]");
            assertThat(saved.revision()).isEqualTo(2);
            assertThat(site.items().get(a.id())).isEqualTo(saved);
            assertSound(site);
        }
    }
}
