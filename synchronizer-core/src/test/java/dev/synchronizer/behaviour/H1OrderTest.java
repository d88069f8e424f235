package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.SavedEvent;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.store.DeliveryState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;

/** H: tasks come in their order, once, and what they need comes before them. */
class H1OrderTest {
    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title")
                        + property("ContentReference", "related") + "}");
    }

    @OnEveryDatabase
    void whatIsRolledBackLeavesNoTask(Product product) {
        AtomicBoolean vetoes = new AtomicBoolean();
        SaveHandler late = new SaveHandler() {
            @Override
            public String name() {
                return "late";
            }

            @Override
            public Serves serves() {
                return Serves.stores("main");
            }

            @Override
            public void saved(SavedEvent event) {
                if (vetoes.get()) {
                    throw new IllegalStateException("not today");
                }
            }
        };
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, builder -> builder.saveHandler(late), models());
            Server b = servers.start("b", product, models());
            a.tells(b);
            vetoes.set(true);

            assertThatThrownBy(() -> a.create("Article", "One")).hasMessageContaining("not today");

            assertThat(a.tasks()).isEmpty();
        }
    }

    @OnEveryDatabase
    void aChildThatIsRunBeforeItsParentTakesThatAlong(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            a.tells(b);
            Item parent = a.create("Article", "Above");
            Item child = a.site()
                    .items()
                    .create("Ada", NewItem.of("Article", "Below").below(parent.id()));
            Item third = a.site()
                    .items()
                    .create("Ada", NewItem.of("Article", "Third").with("related", new ContentReference(child.id())));
            long last = a.tasks().get(2).task().id();

            assertThat(a.staging().run(last, "b").state()).isEqualTo(DeliveryState.DONE);

            assertThat(b.get(third.id()).values()).isEqualTo(third.values());
            assertThat(b.get(child.id()).parent()).isEqualTo(parent.id());
        }
    }

    @OnEveryDatabase
    void twoThatReferToEachOtherComeBoth(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            a.tells(b);
            Item one = a.create("Article", "One");
            Item two = a.site()
                    .items()
                    .create("Ada", NewItem.of("Article", "Two").with("related", new ContentReference(one.id())));
            one = a.site().items().save("Ada", one.with("related", new ContentReference(two.id())));

            a.run(b);

            assertThat(b.get(one.id()).values()).isEqualTo(one.values());
            assertThat(b.get(two.id()).values()).isEqualTo(two.values());
            assertThat(a.open()).isZero();
        }
    }

    @OnEveryDatabase
    void whatIsMissingThereIsNamedAndCanBeToldAnew(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            Item parent = a.create("Article", "Above");
            a.tells(b);
            Item child = a.site()
                    .items()
                    .create("Ada", NewItem.of("Article", "Below").below(parent.id()));

            a.run(b);
            assertThat(a.tasks(DeliveryState.BLOCKED)).hasSize(1);
            assertThat(a.tasks(DeliveryState.BLOCKED)
                            .get(0)
                            .answer()
                            .orElseThrow()
                            .missing())
                    .containsExactly("item:" + parent.id());
            a.staging()
                    .enqueue(
                            "Ada",
                            List.of(dev.synchronizer.task.TaskKey.item(parent.id())),
                            java.util.Optional.of("b"));
            a.run(b);

            assertThat(b.get(child.id()).parent()).isEqualTo(parent.id());
            assertThat(a.open()).isZero();
        }
    }

    @OnEveryDatabase
    void severalWorkersKeepTheOrderOfEachKey(Product product) throws Exception {
        List<String> seen = java.util.Collections.synchronizedList(new ArrayList<>());
        SaveHandler watching = new SaveHandler() {
            @Override
            public String name() {
                return "watching";
            }

            @Override
            public Serves serves() {
                return Serves.stores("main");
            }

            @Override
            public void saved(SavedEvent event) {
                seen.add(
                        event.subject().key() + " " + event.after().get("title").orElse(""));
            }
        };
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, builder -> builder.saveHandler(watching), models());
            a.tells(b);
            List<Item> items = new ArrayList<>();
            for (int at = 0; at < 20; at++) {
                items.add(a.create("Article", "0"));
            }
            ExecutorService threads = Executors.newFixedThreadPool(5);
            AtomicBoolean over = new AtomicBoolean();
            List<Future<?>> workers = new ArrayList<>();
            List<Site> nodes = new ArrayList<>();
            for (int worker = 0; worker < 4; worker++) {
                Site node = a.site()
                        .another(builder ->
                                builder.stagingServer("b", () -> b.staging().receiving()));
                nodes.add(node);
                workers.add(threads.submit(() -> {
                    while (!over.get()) {
                        node.synchronizer().staging().runAll("b", result -> {});
                    }
                }));
            }
            for (int round = 1; round <= 10; round++) {
                for (int at = 0; at < items.size(); at++) {
                    items.set(at, a.site().items().save("Ada", items.get(at).with("title", Integer.toString(round))));
                }
            }
            while (a.open() > 0) {
                a.run(b);
            }
            over.set(true);
            for (Future<?> worker : workers) {
                worker.get(1, TimeUnit.MINUTES);
            }
            threads.shutdown();
            nodes.forEach(Site::close);

            for (Item item : items) {
                assertThat(b.get(item.id()).values()).isEqualTo(item.values());
                List<Integer> order = seen.stream()
                        .filter(text -> text.startsWith(item.id().toString()))
                        .map(text -> Integer.valueOf(text.substring(text.indexOf(' ') + 1)))
                        .toList();
                assertThat(order).isSorted().doesNotHaveDuplicates();
            }
        }
    }
}
