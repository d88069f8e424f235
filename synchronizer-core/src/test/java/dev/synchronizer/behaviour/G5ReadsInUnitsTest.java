package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.persistence.Watched;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.seal.Tampered;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** What others save between the two statements by which a unit of work reads an item is no tampering. */
class G5ReadsInUnitsTest {
    @TempDir
    Path folder;

    private final List<Tampered> heard = new CopyOnWriteArrayList<>();
    private final Interruption interruption = new Interruption();

    /** Something that others do behind the first statement on an item. */
    private static final class Interruption {
        private volatile @Nullable Runnable deed;
        private volatile boolean read;

        void plan(Runnable planned) {
            read = false;
            deed = planned;
        }

        void executing(String sql) {
            Runnable planned = deed;
            if (planned != null && read) {
                deed = null;
                planned.run();
            }
            read |= sql.contains("from ct_item");
        }

        boolean isOver() {
            return deed == null;
        }
    }

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title") + "}",
                "@ContentType public class Topic {" + property("String", "title") + "}");
    }

    /** A strict node on which each new topic has an article read while another node saves it. */
    private void whileAnotherNodeSaves(Product product, Function<Items, Function<Item, @Nullable Item>> reading) {
        AtomicReference<Item> article = new AtomicReference<>();
        AtomicReference<Site> others = new AtomicReference<>();
        AtomicReference<@Nullable Item> read = new AtomicReference<>();
        Listener reader = Listener.of("reader", Serves.stores("main").types("Topic"))
                .onSaving(event -> {
                    Item before = article.get();
                    interruption.plan(() -> others.get().items().save("Bob", before.with("title", "New")));
                    read.set(reading.apply(event.via(Items.class)).apply(before));
                });
        try (Site other = Site.start(product, models());
                Site site = other.another(
                        builder -> builder.dataSource(
                                        new Watched(other.database().dataSource(), interruption::executing)
                                                .dataSource())
                                .strict(true)
                                .saveHandler(reader)
                                .onTampering(heard::add),
                        models())) {
            others.set(other);
            article.set(other.items().create("Ada", NewItem.of("Article", "A").with("title", "Old")));
            site.items().get(article.get().id());

            site.create("Topic", "T");

            assertThat(interruption.isOver()).isTrue();
            assertThat(heard).isEmpty();
            Item met = read.get();
            assertThat(met).isNotNull();
            assertThat(met.get("title")).contains("New");
        }
    }

    @OnEveryDatabase
    void anItemThatIsRead(Product product) {
        whileAnotherNodeSaves(product, items -> before -> items.get(before.id()));
    }

    @OnEveryDatabase
    void itemsThatAreListed(Product product) {
        whileAnotherNodeSaves(
                product,
                items -> before -> items.list(ItemQuery.ofTypes("Article")).get(0));
    }

    @OnEveryDatabase
    void anItemThatIsDuplicated(Product product) {
        whileAnotherNodeSaves(product, items -> before -> items.duplicate("Ada", before.id(), "Copy", false));
    }

    @OnEveryDatabase
    void whatSomethingElseWroteIsNoticedAllTheSame(Product product) {
        AtomicReference<Item> article = new AtomicReference<>();
        Listener reader = Listener.of("reader", Serves.stores("main").types("Topic"))
                .onSaving(event -> event.via(Items.class).get(article.get().id()));
        try (Site site =
                Site.start(product, builder -> builder.saveHandler(reader).onTampering(heard::add), models())) {
            article.set(site.items().create("Ada", NewItem.of("Article", "A").with("title", "Old")));
            site.database().execute("update ct_value set short_text = 'X'");

            site.create("Topic", "T");

            assertThat(heard)
                    .extracting(Tampered::key)
                    .containsExactly(article.get().id().toString());
        }
    }
}
