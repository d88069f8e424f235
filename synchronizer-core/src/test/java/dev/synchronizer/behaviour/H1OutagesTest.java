package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.behaviour.Servers.Between;
import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.staging.Answer;
import dev.synchronizer.staging.DeliveryException;
import dev.synchronizer.staging.Shipment;
import dev.synchronizer.staging.TaskResult;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.ServerChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;

/** H: whatever fails in between, nothing is lost, and what fails holds up nothing else. */
class H1OutagesTest {
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
    void whoseTargetIsDownGoesOnAndIsMadeUpForWhenItReturns(Product product) {
        AtomicBoolean down = new AtomicBoolean(true);
        HandClock clock = HandClock.at("2026-03-01T10:00:00Z");
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, builder -> builder.clock(clock), models());
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
            clock.set("2026-03-01T10:10:00Z");
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
        HandClock clock = HandClock.at("2026-03-01T10:00:00Z");
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, builder -> builder.clock(clock), models());
            Server b = servers.start("b", product, builder -> builder.saveHandler(strict), models());
            a.tells(b);
            Item bad = a.create("Article", "poison");
            Item good = a.create("Article", "One");
            for (int attempt = 0; attempt < 10; attempt++) {
                a.run(b);
                clock.set(clock.instant().plus(Duration.ofHours(1)).toString());
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
    void whoIsNotKnownYetAndSlowDisturbsNobody(Product product) {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(2);
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, builder -> builder.taskInterval(Duration.ofMillis(20)), models());
            Server b = servers.start("b", product, models());
            Server c = servers.start("c", product, models());
            b.behind(other -> new Between(other) {
                @Override
                public String identity() {
                    asked.countDown();
                    awaited(slow, 60);
                    throw new DeliveryException("no answer in time", false, null);
                }
            });
            c.behind(other -> new Between(other) {
                @Override
                public List<Answer> receive(String sender, List<Shipment> shipments) {
                    List<Answer> answers = super.receive(sender, shipments);
                    shipments.forEach(any -> told.countDown());
                    return answers;
                }
            });
            a.tells(c);
            a.staging().servers().save("Ada", ServerChannel.target("b", "local:b"));
            a.create("Article", "One");
            a.site().synchronizer().startTasks();
            try {
                assertThat(awaited(asked, 20)).isTrue();
                a.create("Article", "Two");
                assertThat(awaited(told, 20)).isTrue();
            } finally {
                slow.countDown();
            }
        }
    }

    private static boolean awaited(CountDownLatch latch, int seconds) {
        try {
            return latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
