package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.behaviour.Servers.Between;
import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.SavedEvent;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.staging.Answer;
import dev.synchronizer.staging.DeliveryException;
import dev.synchronizer.staging.Shipment;
import dev.synchronizer.staging.TaskResult;
import dev.synchronizer.store.DeliveryState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;

/** H: tasks come in their order, once, whatever fails in between; and what fails holds up nothing else. */
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
    void whoseTargetIsDownGoesOnAndIsMadeUpForWhenItReturns(Product product) {
        AtomicBoolean down = new AtomicBoolean(true);
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, builder -> builder.clock(clock(now)), models());
            Server b = servers.start("b", product, models());
            b.behind(other -> new Between(other) {
                @Override
                public List<Answer> receive(String sender, List<Shipment> shipments) {
                    if (down.get()) {
                        throw new DeliveryException("it is down", false, new IllegalStateException());
                    }
                    return super.receive(sender, shipments);
                }
            });
            a.tells(b);
            Item one = a.create("Article", "One");
            assertThat(a.run(b).count(DeliveryState.RETRY)).isEqualTo(1);
            Item two = a.create("Article", "Two");
            assertThat(a.tasks(DeliveryState.RETRY)
                            .get(0)
                            .answer()
                            .orElseThrow()
                            .messages())
                    .containsExactly("it is down");

            down.set(false);
            now.set(now.get().plus(Duration.ofMinutes(10)));
            assertThat(a.run(b).count(DeliveryState.DONE)).isEqualTo(2);

            assertThat(b.items()).extracting(Item::id).containsExactlyInAnyOrder(one.id(), two.id());
        }
    }

    @OnEveryDatabase
    void whatWasDoneAndNotAcknowledgedIsNotDoneTwice(Product product) {
        AtomicBoolean lost = new AtomicBoolean(true);
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            b.behind(other -> new Between(other) {
                @Override
                public List<Answer> receive(String sender, List<Shipment> shipments) {
                    List<Answer> answers = super.receive(sender, shipments);
                    if (lost.getAndSet(false)) {
                        throw new DeliveryException("the connection is gone", true, new IllegalStateException());
                    }
                    return answers;
                }
            });
            a.tells(b);
            Item item = a.create("Article", "One");
            a.run(b);
            b.site().items().save("Bob", b.get(item.id()).with("title", "By Bob"));

            long task = a.tasks(DeliveryState.RETRY).get(0).task().id();
            TaskResult result = a.staging().run(task, "b");

            assertThat(result.state()).isEqualTo(DeliveryState.DONE);
            assertThat(result.answer().orElseThrow().outcome()).isEqualTo(Answer.Outcome.REPEATED);
            assertThat(b.get(item.id()).values().get("title")).contains("By Bob");
        }
    }

    @OnEveryDatabase
    void whatIsPoisonousParksItsKeyAndNothingElse(Product product) {
        AtomicBoolean poisonous = new AtomicBoolean(true);
        SaveHandler strict = new SaveHandler() {
            @Override
            public String name() {
                return "strict";
            }

            @Override
            public Serves serves() {
                return Serves.stores("main");
            }

            @Override
            public void saving(SavingEvent event) {
                if (poisonous.get()
                        && event.after().get("title").filter("poison"::equals).isPresent()) {
                    throw event.veto("POISON", "nobody takes that in");
                }
            }
        };
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, builder -> builder.clock(clock(now)), models());
            Server b = servers.start("b", product, builder -> builder.saveHandler(strict), models());
            a.tells(b);
            Item bad = a.create("Article", "poison");
            Item good = a.create("Article", "One");
            for (int attempt = 0; attempt < 10; attempt++) {
                a.run(b);
                now.set(now.get().plus(Duration.ofHours(1)));
            }
            assertThat(a.tasks(DeliveryState.DEAD)).hasSize(1);
            assertThat(a.tasks(DeliveryState.DEAD)
                            .get(0)
                            .answer()
                            .orElseThrow()
                            .messages()
                            .get(0))
                    .contains("CT801")
                    .contains("nobody takes that in");
            a.site().items().save("Ada", bad.with("title", "harmless"));
            a.create("Article", "Two");
            a.run(b);
            assertThat(b.items()).extracting(Item::name).containsExactlyInAnyOrder("One", "Two");

            poisonous.set(false);
            a.staging().retry(a.tasks(DeliveryState.DEAD).get(0).task().id(), "b");
            a.run(b);

            assertThat(b.get(bad.id()).values().get("title")).contains("harmless");
            assertThat(b.get(good.id()).values().get("title")).contains("One");
            assertThat(a.open()).isZero();
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
    void oneOfThreeThatFailsDoesNotStopTheOthers(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            List<Server> others = new ArrayList<>();
            for (String name : List.of("b", "c", "d")) {
                others.add(servers.start(name, product, models()));
            }
            others.get(1).behind(other -> new Between(other) {
                @Override
                public List<Answer> receive(String sender, List<Shipment> shipments) {
                    throw new DeliveryException("it is down", false, new IllegalStateException());
                }
            });
            others.forEach(a::tells);
            a.create("Article", "One");
            others.forEach(a::run);

            assertThat(others.get(0).items()).hasSize(1);
            assertThat(others.get(1).items()).isEmpty();
            assertThat(others.get(2).items()).hasSize(1);
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

    private static Clock clock(AtomicReference<Instant> now) {
        return new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
    }
}
