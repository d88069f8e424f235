package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.NestedBatches.assertSound;
import static dev.synchronizer.behaviour.NestedBatches.before;
import static dev.synchronizer.behaviour.NestedBatches.below;
import static dev.synchronizer.behaviour.NestedBatches.named;
import static dev.synchronizer.behaviour.NestedBatches.page;
import static dev.synchronizer.behaviour.NestedBatches.refusal;
import static dev.synchronizer.behaviour.NestedBatches.titled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.store.ItemFilter.Bin;
import dev.synchronizer.value.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;

/** Items that go into the recycle bin, out of it and away together, while handlers save others of them (G). */
class G2BatchesTest {
    @TempDir
    Path folder;

    private final AtomicReference<UUID> other = new AtomicReference<>();
    private final AtomicReference<UUID> elsewhere = new AtomicReference<>();

    @OnEveryDatabase
    void whatIsSavedOfAnItemBeforeItsTurnToBeDeletedStays(Product product) {
        Listener handler = before(SaveOperation.DELETE, "B", (event, items) -> titled(items, other.get(), "nested"));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            below(a, site, "B");
            other.set(below(a, site, "C").id());

            assertThat(site.items().delete("Ada", a.id())).isEqualTo(3);

            assertThat(named(site, "C").get("title")).contains("nested");
            assertThat(named(site, "C").revision()).isEqualTo(2);
            assertThat(site.items().count(ItemQuery.all())).isZero();
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void whatWasDeletedByThenIsSavedNoMore(Product product) {
        Listener handler = before(
                SaveOperation.DELETE,
                "C",
                (event, items) ->
                        items.save("handler", other.get(), 1, Values.none().with("title", "late")));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            other.set(below(a, site, "B").id());
            below(a, site, "C");

            Problem refused = refusal(() -> site.items().delete("Ada", a.id()));

            assertThat(refused.code()).isEqualTo(ProblemCode.ITEM_IN_BIN);
            assertThat(refused.subject()).contains("\"B\"");
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(3);
        }
    }

    @OnEveryDatabase
    void whatIsMovedOutOfTheTreeMeanwhileStaysWithAllBelowIt(Product product) {
        Listener handler =
                before(SaveOperation.DELETE, "B", (event, items) -> items.move("handler", other.get(), null));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            below(a, site, "B");
            Item c = below(a, site, "C");
            below(c, site, "D");
            other.set(c.id());

            assertThat(site.items().delete("Ada", a.id())).isEqualTo(2);

            assertThat(site.items().list(ItemQuery.all()))
                    .extracting(Item::name)
                    .containsExactly("C", "D");
            assertThat(site.items().get(c.id()).parent()).isNull();
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void whatIsMovedOutOfTheTreeAndNamedItselfIsDeletedByItself(Product product) {
        Listener handler =
                before(SaveOperation.DELETE, "B", (event, items) -> items.move("handler", other.get(), null));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            below(a, site, "B");
            Item c = below(a, site, "C");
            other.set(c.id());

            assertThat(site.items().delete("Ada", List.of(a.id(), c.id()))).isEqualTo(Map.of(a.id(), 2, c.id(), 1));

            assertThat(site.items().count(ItemQuery.all())).isZero();
        }
    }

    @OnEveryDatabase
    void whatIsDeletedMeanwhileIsNotDeletedOnceMore(Product product) {
        Listener handler = before(SaveOperation.DELETE, "B", (event, items) -> items.delete("handler", other.get()));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            below(a, site, "B");
            other.set(below(a, site, "C").id());
            Item z = page(site, "Z");

            Map<UUID, Integer> deleted = site.items().delete("Ada", List.of(a.id(), z.id()));

            assertThat(deleted).isEqualTo(Map.of(a.id(), 2, z.id(), 1));
            assertThat(named(site, "C").deleted()).satisfies(bin -> {
                assertThat(bin.by()).isEqualTo("handler");
                assertThat(bin.with()).isEqualTo(other.get());
            });
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void whatAHandlerHasDeletedOfSeveralIsNotMissed(Product product) {
        Listener handler = before(SaveOperation.DELETE, "A", (event, items) -> items.delete("handler", other.get()));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            Item b = page(site, "B");
            other.set(b.id());

            Map<UUID, Integer> deleted = site.items().delete("Ada", List.of(a.id(), b.id()));

            assertThat(deleted).isEqualTo(Map.of(a.id(), 1, b.id(), 0));
            assertThat(site.items().count(ItemQuery.all())).isZero();
        }
    }

    @OnEveryDatabase
    void nothingLivingIsLeftBelowWhatIsDeleted(Product product) {
        Listener handler = before(
                SaveOperation.DELETE,
                "B",
                (event, items) ->
                        items.create("handler", NewItem.of("Page", "new").below(other.get())));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            below(a, site, "B");
            other.set(below(a, site, "C").id());

            Problem refused = refusal(() -> site.items().delete("Ada", a.id()));

            assertThat(refused.code()).isEqualTo(ProblemCode.SAVE_UNDER_WAY);
            assertThat(refused.message()).contains("\"new\"").contains("\"C\"").contains("stands below");
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(3);
        }
    }

    @OnEveryDatabase
    void whatAHandlerPutsBelowTheNextOneGoesAlongWithIt(Product product) {
        Listener handler = before(
                SaveOperation.DELETE,
                "A",
                (event, items) ->
                        items.create("handler", NewItem.of("Page", "new").below(other.get())));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            Item b = page(site, "B");
            other.set(b.id());

            assertThat(site.items().delete("Ada", List.of(a.id(), b.id()))).isEqualTo(Map.of(a.id(), 1, b.id(), 2));
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void whatCameBackBeforeCanBeSavedWhileTheOthersCome(Product product) {
        Listener handler = before(SaveOperation.RESTORE, "B", (event, items) -> titled(items, other.get(), "nested"));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            below(a, site, "B");
            below(a, site, "C");
            other.set(a.id());
            site.items().delete("Ada", a.id());

            assertThat(site.items().restore("Ada", a.id())).isEqualTo(3);

            assertThat(site.items().get(a.id()).get("title")).contains("nested");
            assertThat(site.items().get(a.id()).revision()).isEqualTo(2);
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(3);
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void whatComesBackBelowWhatWasDeletedMeanwhileIsRefused(Product product) {
        Listener handler = before(SaveOperation.RESTORE, "B", (event, items) -> items.delete("handler", other.get()));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            below(a, site, "B");
            other.set(a.id());
            site.items().delete("Ada", a.id());

            Problem refused = refusal(() -> site.items().restore("Ada", a.id()));

            assertThat(refused.code()).isEqualTo(ProblemCode.SAVE_UNDER_WAY);
            assertThat(refused.message()).contains("\"B\"").contains("\"A\"");
            assertThat(site.items().count(ItemQuery.all())).isZero();
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void whatIsPurgedMeanwhileIsGone(Product product) {
        Listener handler = before(SaveOperation.PURGE, "A", (event, items) -> items.purge("handler", other.get()));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            Item b = page(site, "B");
            other.set(b.id());
            site.items().delete("Ada", List.of(a.id(), b.id()));

            assertThat(site.items().purge("Ada", List.of(a.id(), b.id()))).isEqualTo(Map.of(a.id(), 1, b.id(), 0));

            assertThat(site.items().count(ItemQuery.all().in(Bin.ANY))).isZero();
        }
    }

    @OnEveryDatabase
    void whatIsTakenOutOfTheBinMeanwhileIsNotPurged(Product product) {
        Listener handler = before(SaveOperation.PURGE, "B", (event, items) -> items.restore("handler", other.get()));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            Item b = below(a, site, "B");
            other.set(a.id());
            site.items().delete("Ada", b.id());
            site.items().delete("Ada", a.id());

            Problem refused = refusal(() -> site.items().purge("Ada", a.id()));

            assertThat(refused.code()).isEqualTo(ProblemCode.ITEM_NOT_IN_BIN);
            assertThat(refused.subject()).contains("\"A\"");
            assertThat(site.items().count(ItemQuery.all().in(Bin.INSIDE))).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void whatABatchHasDoneIsReadByTheHandlersOfTheNextItems(Product product) {
        AtomicReference<Object> read = new AtomicReference<>();
        Listener handler = before(SaveOperation.DELETE, "C", (event, items) -> read.set(items.count(ItemQuery.all())));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            below(a, site, "B");
            below(a, site, "C");
            elsewhere.set(page(site, "Z").id());

            site.items().delete("Ada", a.id());

            assertThat(read.get()).as("C itself, and Z").isEqualTo(2L);
        }
    }
}
