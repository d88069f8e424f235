package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.NestedBatches.assertSound;
import static dev.synchronizer.behaviour.NestedBatches.before;
import static dev.synchronizer.behaviour.NestedBatches.below;
import static dev.synchronizer.behaviour.NestedBatches.page;
import static dev.synchronizer.behaviour.NestedBatches.refusal;
import static dev.synchronizer.behaviour.NestedBatches.titled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.SaveOperation;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;

/** Items that are copied together, while handlers save originals and copies (G). */
class G2CopiesTest {
    @TempDir
    Path folder;

    private final AtomicReference<UUID> other = new AtomicReference<>();

    @OnEveryDatabase
    void whatIsCopiedIsTheOriginalAsItIsWhenItsTurnHasCome(Product product) {
        Listener handler = before(SaveOperation.DUPLICATE, "A", (event, items) -> titled(items, other.get(), "nested"));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            Item b = below(a, site, "B");
            below(b, site, "C");
            other.set(b.id());

            Item copy = site.items().duplicate("Ada", a.id(), null, true);

            assertThat(site.items().list(ItemQuery.all()).stream()
                            .filter(item -> item.name().equals("B")))
                    .hasSize(2)
                    .allSatisfy(item -> assertThat(item.get("title")).contains("nested"));
            assertThat(site.items().count(ItemQuery.all().below(copy.id()))).isEqualTo(1);
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(6);
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void whatIsDeletedMeanwhileIsNotCopied(Product product) {
        Listener handler = before(SaveOperation.DUPLICATE, "A", (event, items) -> items.delete("handler", other.get()));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            Item b = below(a, site, "B");
            below(b, site, "C");
            below(a, site, "D");
            other.set(b.id());

            Item copy = site.items().duplicate("Ada", a.id(), null, true);

            assertThat(site.items().list(ItemQuery.all().below(copy.id())))
                    .extracting(Item::name)
                    .containsExactly("D");
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(4);
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void aCopyCanBeSavedBeforeTheNextOneIsMade(Product product) {
        Listener handler = before(
                SaveOperation.DUPLICATE,
                "C",
                (event, items) -> items.list(ItemQuery.all()).stream()
                        .filter(item -> item.name().equals("B") && !item.id().equals(other.get()))
                        .forEach(item -> titled(items, item.id(), "copy")));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            other.set(below(a, site, "B").id());
            below(a, site, "C");

            site.items().duplicate("Ada", a.id(), null, true);

            assertThat(site.items().list(ItemQuery.all()).stream()
                            .filter(item -> item.name().equals("B"))
                            .map(item -> item.get("title").orElse("") + " " + item.revision()))
                    .containsExactlyInAnyOrder(" 1", "copy 2");
            assertSound(site);
        }
    }

    @OnEveryDatabase
    void whatWasToStandBelowACopyThatIsDeletedMeanwhileIsRefused(Product product) {
        Listener handler = before(
                SaveOperation.DUPLICATE,
                "B",
                (event, items) -> items.list(ItemQuery.all()).stream()
                        .filter(item -> item.name().equals("A") && !item.id().equals(other.get()))
                        .forEach(item -> items.delete("handler", item.id())));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            Item a = page(site, "A");
            other.set(a.id());
            below(a, site, "B");

            Problem refused = refusal(() -> site.items().duplicate("Ada", a.id(), null, true));

            assertThat(refused.code()).isEqualTo(ProblemCode.WRONG_PLACE);
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(2);
            assertSound(site);
        }
    }
}
