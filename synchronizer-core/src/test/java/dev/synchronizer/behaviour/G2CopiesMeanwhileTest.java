package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.NestedBatches.assertSound;
import static dev.synchronizer.behaviour.NestedBatches.below;
import static dev.synchronizer.behaviour.NestedBatches.page;
import static dev.synchronizer.behaviour.NestedBatches.refusal;
import static dev.synchronizer.behaviour.NestedBatches.titled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.persistence.Watched;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.Serves;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** Trees that are copied by a strict node, while another node saves in them (G). */
class G2CopiesMeanwhileTest {
    @TempDir
    Path folder;

    private final AtomicReference<@Nullable Runnable> meanwhile = new AtomicReference<>();

    /** The page B below A, with C below it. */
    private record Tree(Site site, Item a, Item b) {
        Item copy() {
            return site.items().duplicate("Ada", a.id(), null, true);
        }

        List<Item> copies(String name) {
            return site.items().list(ItemQuery.all()).stream()
                    .filter(item -> item.name().equals(name))
                    .filter(item -> !item.id().equals(a.id()) && !item.id().equals(b.id()))
                    .toList();
        }
    }

    /** What others do once the rows of a tree are read, and before the types of its items are kept. */
    private void executing(String sql) {
        if (sql.startsWith("select id from ct_type")) {
            Runnable deed = meanwhile.getAndSet(null);
            if (deed != null) {
                deed.run();
            }
        }
    }

    private void whileOthers(Product product, Consumer<Items> others, Consumer<Tree> copying) {
        Path models = ImportLines.models(folder);
        try (Site other = Site.start(product, models);
                Site site = other.another(
                        builder -> builder.strict(true)
                                .dataSource(new Watched(other.database().dataSource(), this::executing).dataSource()),
                        models)) {
            Item a = page(other, "A");
            Item b = below(a, other, "B");
            below(b, other, "C");
            titled(other.items(), b.id(), "old");
            site.items().list(ItemQuery.all());
            meanwhile.set(() -> others.accept(other.items()));

            copying.accept(new Tree(site, a, b));

            assertThat(meanwhile.get()).isNull();
            assertSound(site);
        }
    }

    private static Item named(Items items, String name) {
        return items.list(ItemQuery.all()).stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void purge(Items items, String name) {
        Item item = named(items, name);
        items.delete("Bob", item.id());
        items.purge("Bob", item.id());
    }

    @OnEveryDatabase
    void whatIsSavedMeanwhileIsCopiedAsItIsByThen(Product product) {
        whileOthers(product, items -> titled(items, named(items, "B").id(), "new"), tree -> {
            tree.copy();

            assertThat(tree.copies("B"))
                    .singleElement()
                    .satisfies(copy -> assertThat(copy.get("title")).contains("new"));
            assertThat(tree.site().items().count(ItemQuery.all())).isEqualTo(6);
        });
    }

    @OnEveryDatabase
    void whatIsPurgedMeanwhileIsNotCopied(Product product) {
        whileOthers(product, items -> purge(items, "B"), tree -> {
            Item copy = tree.copy();

            assertThat(tree.site().items().list(ItemQuery.all()))
                    .extracting(Item::id)
                    .containsExactly(tree.a().id(), copy.id());
        });
    }

    @OnEveryDatabase
    void whatGoesIntoTheRecycleBinMeanwhileIsNotCopied(Product product) {
        whileOthers(product, items -> items.delete("Bob", named(items, "C").id()), tree -> {
            tree.copy();

            assertThat(tree.copies("B")).hasSize(1);
            assertThat(tree.copies("C")).isEmpty();
        });
    }

    @OnEveryDatabase
    void nothingIsCopiedOfAnItemThatIsPurgedMeanwhile(Product product) {
        whileOthers(product, items -> purge(items, "A"), tree -> {
            assertThat(refusal(tree::copy).code()).isEqualTo(ProblemCode.NO_SUCH_ITEM);
        });
    }

    @OnEveryDatabase
    void norOfOneThatGoesIntoTheRecycleBinMeanwhile(Product product) {
        whileOthers(product, items -> items.delete("Bob", named(items, "A").id()), tree -> {
            assertThat(refusal(tree::copy).code()).isEqualTo(ProblemCode.ITEM_IN_BIN);
        });
    }

    @OnEveryDatabase
    void aRowThatIsNotSealedMakesNoEmptyCopy(Product product) {
        whileOthers(product, items -> purge(items, "A"), tree -> {
            tree.site().database().execute("update ct_item set checksum = null");

            assertThat(refusal(tree::copy).code()).isEqualTo(ProblemCode.NO_SUCH_ITEM);
        });
    }

    @OnEveryDatabase
    void aLevelOfManyItemsIsCopiedSomeHundredAtATime(Product product) {
        Listener handler = Listener.of("handler", Serves.stores("main").operations(SaveOperation.DUPLICATE));
        try (Site site = NestedBatches.start(product, folder, handler)) {
            ImportLines.importInto(
                    site,
                    Stream.concat(
                                    Stream.of(ImportLines.page(0).replace("N0", "top")),
                                    IntStream.rangeClosed(1, 501)
                                            .mapToObj(number -> ImportLines.page(number, ImportLines.below(0))))
                            .toArray(String[]::new));

            site.items().duplicate("Ada", ImportLines.id(0), null, true);

            List<String> calls = handler.calls();
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(2 * 502);
            assertThat(calls.indexOf("saved DUPLICATE N1 [name ADDED, parent ADDED]"))
                    .isPositive()
                    .isLessThan(calls.indexOf("saving DUPLICATE N501 [name ADDED, parent ADDED]"));
            assertSound(site);
        }
    }
}
