package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SavedEvent;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.staging.StagedTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** H: whoever saves and whoever runs tasks at the same time, changes of one thing come in the order of their saves. */
class H1WorkersTest {
    private static final int SAVES = 1_000;
    private static final int WORKERS = 4;
    private static final int ITEMS = 20;

    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(folder, "1.0", "@ContentType public class Article {" + property("Integer", "number") + "}");
    }

    /** Does something behind the write of each item, before it is committed. */
    private record Behind(Consumer<SavedEvent> deed) implements SaveHandler {
        @Override
        public String name() {
            return "behind";
        }

        @Override
        public Serves serves() {
            return Serves.stores("main");
        }

        @Override
        public void saved(SavedEvent event) {
            deed.accept(event);
        }
    }

    private static Item create(Server server, String name) {
        return server.site().items().create("Ada", NewItem.of("Article", name));
    }

    /** On H2, saves of one type come one after the other. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void whatIsCommittedLateComesInItsOrderAndIsNotLost(Product product) throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Behind slow = new Behind(event -> {
            if (event.after().get("number").filter(Integer.valueOf(1)::equals).isPresent()
                    && event.operation() == SaveOperation.UPDATE) {
                written.countDown();
                await(mayEnd);
            }
        });
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, builder -> builder.saveHandler(slow), models());
            Server b = servers.start("b", product, models());
            a.tells(b);
            Item late = create(a, "Late");
            Item other = create(a, "Other");
            a.run(b);

            Future<?> first = threads.submit(() -> a.site().items().save("Ada", late.with("number", 1)));
            await(written);
            Future<?> second = threads.submit(() -> a.site().items().delete("Bob", late.id()));
            a.site().items().save("Ada", other.with("number", 2));
            a.run(b);
            assertThat(b.get(other.id()).values().get("number")).contains(2);
            assertThat(b.get(late.id()).values().get("number")).isEmpty();

            mayEnd.countDown();
            first.get(1, TimeUnit.MINUTES);
            second.get(1, TimeUnit.MINUTES);
            assertThat(a.tasks().stream()
                            .map(StagedTask::task)
                            .filter(task -> task.key().equals("item:" + late.id())))
                    .extracting(task -> task.operation())
                    .containsExactly("CREATE", "UPDATE", "DELETE");
            a.run(b);
            assertThat(a.open()).isZero();
            a.site().items().restore("Ada", late.id());
            a.run(b);
            assertThat(b.get(late.id()).values().get("number")).contains(1);
        } finally {
            threads.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void fourWorkersKeepTheOrderOfAThousandMixedSaves(Product product) throws Exception {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        Behind watching = new Behind(event -> seen.add(
                event.subject().key() + " " + event.after().get("number").orElse(0)));
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        AtomicBoolean over = new AtomicBoolean();
        List<Site> nodes = new ArrayList<>();
        List<Future<?>> workers = new ArrayList<>();
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, builder -> builder.saveHandler(watching), models());
            a.tells(b);
            for (int worker = 0; worker < WORKERS; worker++) {
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
            List<Item> items = mixedSaves(a);
            Until.isSo(() -> a.open() == 0);
            over.set(true);
            for (Future<?> worker : workers) {
                worker.get(1, TimeUnit.MINUTES);
            }

            for (Item item : items) {
                assertThat(b.get(item.id()).values()).isEqualTo(item.values());
                assertThat(b.get(item.id()).name()).isEqualTo(item.name());
                assertThat(seen.stream()
                                .filter(text -> text.startsWith(item.id().toString()))
                                .map(text -> Integer.valueOf(text.substring(text.indexOf(' ') + 1))))
                        .isSorted();
            }
        } finally {
            over.set(true);
            threads.shutdown();
            nodes.forEach(Site::close);
        }
    }

    /** Each item counts how often it was saved, and is renamed, deleted and restored in between. */
    private static List<Item> mixedSaves(Server a) {
        Random random = new Random(7);
        List<Item> items = new ArrayList<>();
        for (int at = 0; at < ITEMS; at++) {
            items.add(create(a, "Item " + at));
        }
        for (int save = 0; save < SAVES; save++) {
            int at = random.nextInt(ITEMS);
            Item item = items.get(at);
            switch (random.nextInt(4)) {
                case 0 -> {
                    a.site().items().delete("Ada", item.id());
                    a.site().items().restore("Ada", item.id());
                }
                case 1 -> a.site().items().rename("Ada", item.id(), "Name " + save);
                default -> a.site().items().save("Ada", item.with("number", save + 1));
            }
            items.set(at, a.get(item.id()));
        }
        return items;
    }
}
