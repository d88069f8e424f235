package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.behaviour.Servers.Between;
import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.staging.Answer;
import dev.synchronizer.staging.DeliveryException;
import dev.synchronizer.staging.Resolution;
import dev.synchronizer.staging.Shipment;
import dev.synchronizer.staging.Staging;
import dev.synchronizer.staging.Subtree;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.task.FailurePolicy;
import dev.synchronizer.task.RetryPolicy;
import dev.synchronizer.task.RunSummary;
import dev.synchronizer.task.TaskKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;

/** H: a run does what is due as its server is treated now, and spends nothing on what says nothing of a task. */
class H1RunsTest {
    private static final RetryPolicy THREE = new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(5), 3);
    private static final Answer REFUSED =
            new Answer(Answer.Outcome.REFUSED, List.of("never"), List.of(), List.of(), null);
    private static final Answer FAILED =
            new Answer(Answer.Outcome.FAILED, List.of("the database is away"), List.of(), List.of(), null);

    @TempDir
    Path folder;

    private final ClockByHand clock = new ClockByHand(Instant.parse("2026-03-01T10:00:00Z"));

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title")
                        + property("ContentReference", "related") + "}");
    }

    private Server start(Servers servers, String name, Product product) {
        return servers.start(name, product, builder -> builder.clock(clock), models());
    }

    /** What a server answers instead of what it would; null leaves it to that. */
    private static UnaryOperator<dev.synchronizer.staging.Receiving> answering(
            AtomicReference<Answer> answer, Consumer<List<Shipment>> seen) {
        return other -> new Between(other) {
            @Override
            public List<Answer> receive(String sender, List<Shipment> shipments) {
                seen.accept(shipments);
                Answer said = answer.get();
                return said == null
                        ? super.receive(sender, shipments)
                        : shipments.stream().map(any -> said).toList();
            }
        };
    }

    private static StoredDelivery delivery(Server server) {
        return server.tasks().get(0).delivery();
    }

    @OnEveryDatabase
    void howLongAServerMayBeAwayNothingIsCounted(Product product) {
        AtomicBoolean down = new AtomicBoolean(true);
        AtomicReference<Answer> answer = new AtomicReference<>(REFUSED);
        try (Servers servers = new Servers()) {
            Server a = start(servers, "a", product);
            Server b = start(servers, "b", product);
            b.behind(answering(answer, any -> {
                if (down.get()) {
                    throw new DeliveryException("it is down", true, new IllegalStateException());
                }
            }));
            a.tells(b, target -> target.retrying(THREE));
            a.create("Article", "One");
            for (int time = 0; time < 5; time++) {
                RunSummary summary = a.run(b);
                assertThat(summary.isReached()).isFalse();
                assertThat(summary.met()).isFalse();
                clock.forward(Duration.ofSeconds(2));
            }
            assertThat(delivery(a).attempts()).isZero();
            assertThat(delivery(a).uncertain()).isTrue();

            down.set(false);
            assertThat(a.run(b).isReached()).isTrue();
            assertThat(delivery(a).state()).isEqualTo(DeliveryState.RETRY);
            assertThat(delivery(a).attempts()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void aServerThatIsThereAndCannotIsLeftAloneAsAWhole(Product product) {
        AtomicReference<Answer> answer = new AtomicReference<>(FAILED);
        try (Servers servers = new Servers()) {
            Server a = start(servers, "a", product);
            Server b = start(servers, "b", product);
            b.behind(answering(answer, any -> {}));
            a.tells(b, target -> target.retrying(THREE));
            a.create("Article", "One");
            for (int time = 0; time < 5; time++) {
                assertThat(a.run(b).isReached()).isFalse();
                clock.forward(Duration.ofMinutes(1));
            }

            answer.set(null);
            assertThat(a.run(b).count(DeliveryState.DONE)).isEqualTo(1);
            assertThat(delivery(a).attempts()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void whoIsDisabledInTheMidstOfARunIsToldNoMore(Product product) {
        AtomicInteger told = new AtomicInteger();
        try (Servers servers = new Servers()) {
            Server a = start(servers, "a", product);
            Server b = start(servers, "b", product);
            b.behind(answering(new AtomicReference<>(), shipments -> {
                told.addAndGet(shipments.size());
                a.staging().servers().disable("Ada", "b");
            }));
            a.tells(b);
            for (int each = 0; each < 130; each++) {
                a.create("Article", "One");
            }

            assertThat(a.run(b).count(DeliveryState.DONE)).isEqualTo(100);
            assertThat(told).hasValue(100);
            assertThat(a.run(b).total()).isZero();

            b.behind(other -> other);
            a.staging().servers().enable("Ada", "b");
            assertThat(a.run(b).count(DeliveryState.DONE)).isEqualTo(30);
        }
    }

    @OnEveryDatabase
    void whereOneHasFailedForGoodAllWaitIfSoIsSaid(Product product) {
        AtomicReference<Answer> answer = new AtomicReference<>(REFUSED);
        try (Servers servers = new Servers()) {
            Server a = start(servers, "a", product);
            Server b = start(servers, "b", product);
            b.behind(answering(answer, any -> {}));
            a.tells(b, target -> target.on(FailurePolicy.STOP).retrying(THREE));
            a.create("Article", "One");
            for (int attempt = 0; attempt < 3; attempt++) {
                a.run(b);
                clock.forward(Duration.ofMinutes(10));
            }
            long dead = a.tasks(DeliveryState.DEAD).get(0).task().id();
            answer.set(null);
            a.create("Article", "Two");
            assertThat(a.run(b).total()).isZero();

            a.staging().retry(dead, "b");
            assertThat(a.run(b).count(DeliveryState.DONE)).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void onceTheirCauseIsMendedAllThatAreDeadAreTriedAnewTogether(Product product) {
        AtomicReference<Answer> answer = new AtomicReference<>(REFUSED);
        try (Servers servers = new Servers()) {
            Server a = start(servers, "a", product);
            Server b = start(servers, "b", product);
            b.behind(answering(answer, any -> {}));
            a.tells(b, target -> target.retrying(THREE));
            for (int each = 0; each < 3; each++) {
                a.create("Article", "T" + each);
            }
            for (int attempt = 0; attempt < 3; attempt++) {
                a.run(b);
                clock.forward(Duration.ofMinutes(10));
            }
            a.create("Article", "New");
            assertThat(a.tasks(DeliveryState.DEAD)).hasSize(3);
            answer.set(null);
            List<Long> told = new ArrayList<>();

            a.staging().retryAll("b", Set.of(DeliveryState.DEAD), result -> told.add(result.task()));

            assertThat(told).hasSize(3).isSorted();
            assertThat(a.tasks(DeliveryState.RETRY)).hasSize(3);
            assertThat(a.run(b).count(DeliveryState.DONE)).isEqualTo(4);
            assertThatThrownBy(() -> a.staging().retryAll("b", Set.of(DeliveryState.DONE), result -> {}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @OnEveryDatabase
    void aBatchThatTakesLongIsGivenBackInParts(Product product) {
        List<Integer> parts = new ArrayList<>();
        try (Servers servers = new Servers()) {
            Server a = start(servers, "a", product);
            Server b = start(servers, "b", product);
            b.behind(answering(new AtomicReference<>(), shipments -> {
                parts.add(shipments.size());
                clock.forward(Duration.ofSeconds(40));
                // Somebody else looks meanwhile, and finds what is not begun to be taken still.
                if (parts.size() == 1) {
                    assertThat(a.tasks(DeliveryState.RUNNING)).hasSize(80);
                }
            }));
            a.tells(b);
            for (int each = 0; each < 80; each++) {
                a.create("Article", "One");
            }

            assertThat(a.run(b).count(DeliveryState.DONE)).isEqualTo(80);
            assertThat(parts).containsExactly(50, 30);
            assertThat(b.items()).hasSize(80);
        }
    }

    @OnEveryDatabase
    void oneConnectionIsEnough(Product product) {
        try (Servers servers = new Servers()) {
            Server b = start(servers, "b", product);
            Server a = servers.start(
                    "a",
                    product,
                    builder -> builder.clock(clock)
                            .dataSource(
                                    OnlyConnection.of(product.freshDatabase().dataSource())),
                    models());
            Item gone = a.create("Article", "Gone");
            a.tells(b);
            a.site()
                    .items()
                    .create("Ada", NewItem.of("Article", "One").with("related", new ContentReference(gone.id())));

            assertThat(a.run(b).count(DeliveryState.BLOCKED)).isEqualTo(1);
            a.staging().enqueue("Ada", List.of(TaskKey.item(gone.id())), Optional.of("b"));
            clock.forward(Duration.ofMinutes(1));
            a.run(b);
            assertThat(a.open()).isZero();
        }
    }

    @OnEveryDatabase
    void whatHasTransactionsOfItsOwnIsNoPartOfAnother(Product product) {
        List<Runnable> deeds = new ArrayList<>();
        List<Throwable> refusals = new ArrayList<>();
        Listener listener =
                Listener.of("within").onSaved(event -> deeds.forEach(deed -> refusals.add(catchThrowable(deed::run))));
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, builder -> builder.saveHandler(listener), models());
            Server b = start(servers, "b", product);
            a.tells(b);
            Item item = a.create("Article", "One");
            long task = a.tasks().get(0).task().id();
            Staging staging = a.staging();
            List<TaskKey> keys = List.of(TaskKey.item(item.id()));
            deeds.add(() -> staging.run(task, "b"));
            deeds.add(() -> staging.runAll("b", result -> {}));
            deeds.add(() -> staging.resolve(task, "b", Resolution.OURS));
            deeds.add(() -> staging.retry(task, "b"));
            deeds.add(() -> staging.retryAll("b", Set.of(DeliveryState.DEAD), result -> {}));
            deeds.add(() -> staging.drop(task, "b"));
            deeds.add(() -> staging.hasten("b"));
            deeds.add(() -> staging.enqueue("Ada", keys, Optional.empty()));
            deeds.add(() -> staging.enqueueSubtree("Ada", item.id(), Subtree.INCREMENTAL, Optional.empty()));

            a.create("Article", "Two");

            assertThat(refusals)
                    .hasSize(deeds.size())
                    .allSatisfy(refusal -> assertThat(refusal)
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("no part of another one"));
            assertThat(a.tasks()).hasSize(2);
        }
    }
}
