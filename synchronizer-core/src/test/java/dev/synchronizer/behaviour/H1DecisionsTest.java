package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.behaviour.Servers.Between;
import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.staging.Answer;
import dev.synchronizer.staging.DeliveryException;
import dev.synchronizer.staging.Receiving;
import dev.synchronizer.staging.Resolution;
import dev.synchronizer.staging.Shipment;
import dev.synchronizer.store.DeliveryState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;

/** H: what somebody has decided about a conflict comes to effect, be it later, and leaves nothing wrong behind it. */
class H1DecisionsTest {
    private static final UnaryOperator<Receiving> DOWN = other -> new Between(other) {
        @Override
        public List<Answer> receive(String sender, List<Shipment> shipments) {
            throw new DeliveryException("it is down", false, new IllegalStateException());
        }
    };

    private static final UnaryOperator<Receiving> REFUSING = other -> new Between(other) {
        @Override
        public List<Answer> receive(String sender, List<Shipment> shipments) {
            return shipments.stream()
                    .map(any -> new Answer(Answer.Outcome.REFUSED, List.of("no"), List.of(), List.of(), null))
                    .toList();
        }
    };

    @TempDir
    Path folder;

    /** Two servers that have changed the same item, of which one tells the other one. */
    private final class Pair implements AutoCloseable {
        private final ClockByHand clock = new ClockByHand(Instant.parse("2026-03-01T10:00:00Z"));
        private final Servers servers = new Servers();
        private final Server a;
        private final Server b;
        private final Item item;
        private final long task;

        Pair(Product product) {
            Path models = Site.jar(
                    folder,
                    "1.0",
                    "@ContentType public class Article {" + property("String", "title") + property("String", "teaser")
                            + property("String", "notes") + "}");
            a = servers.start("a", product, builder -> builder.clock(clock), models);
            b = servers.start("b", product, builder -> builder.clock(clock), models);
            a.tells(b);
            item = a.create("Article", "One");
            a.run(b);
            save(a, "title", "By A");
            save(b, "title", "By B");
            assertThat(a.run(b).count(DeliveryState.CONFLICT)).isEqualTo(1);
            task = a.tasks(DeliveryState.CONFLICT).get(0).task().id();
        }

        void save(Server server, String property, String value) {
            server.site().items().save("Ada", server.get(item.id()).with(property, value));
        }

        Object held(Server server, String property) {
            return server.get(item.id()).values().get(property).orElse("");
        }

        DeliveryState resolve(Resolution resolution) {
            return a.staging().resolve(task, "b", resolution).state();
        }

        void later() {
            clock.forward(Duration.ofMinutes(10));
        }

        @Override
        public void close() {
            servers.close();
        }
    }

    @OnEveryDatabase
    void whatWasChangedThereSinceItWasShownIsShownFirst(Product product) {
        try (Pair pair = new Pair(product)) {
            pair.b.site().items().rename("Bob", pair.item.id(), "Renamed since");

            assertThat(pair.resolve(Resolution.OURS)).isEqualTo(DeliveryState.CONFLICT);

            assertThat(pair.b.get(pair.item.id()).name()).isEqualTo("Renamed since");
            assertThat(pair.held(pair.b, "title")).isEqualTo("By B");
            assertThat(pair.resolve(Resolution.OURS)).isEqualTo(DeliveryState.DONE);
            assertThat(pair.b.get(pair.item.id()).name()).isEqualTo("One");
            assertThat(pair.held(pair.b, "title")).isEqualTo("By A");
            assertThat(pair.a.open()).isZero();
        }
    }

    @OnEveryDatabase
    void whatWasPurgedThereSinceIsShownFirst(Product product) {
        try (Pair pair = new Pair(product)) {
            pair.b.site().items().delete("Bob", pair.item.id());
            pair.b.site().items().purge("Bob", pair.item.id());

            assertThat(pair.resolve(Resolution.OURS)).isEqualTo(DeliveryState.CONFLICT);

            assertThat(pair.b.site().items().find(pair.item.id())).isEmpty();
            assertThat(pair.resolve(Resolution.OURS)).isEqualTo(DeliveryState.DONE);
            assertThat(pair.held(pair.b, "title")).isEqualTo("By A");
        }
    }

    @OnEveryDatabase
    void whatWasDecidedWhileTheServerWasAwayHoldsWhenItIsBack(Product product) {
        try (Pair pair = new Pair(product)) {
            pair.b.behind(DOWN);
            assertThat(pair.resolve(Resolution.OURS)).isEqualTo(DeliveryState.RETRY);
            pair.later();
            pair.a.run(pair.b);
            pair.b.behind(REFUSING);
            pair.later();
            pair.a.run(pair.b);
            pair.save(pair.a, "teaser", "Later");

            pair.b.behind(other -> other);
            pair.later();
            pair.a.run(pair.b);

            assertThat(pair.held(pair.b, "title")).isEqualTo("By A");
            assertThat(pair.held(pair.b, "teaser")).isEqualTo("Later");
            assertThat(pair.a.open()).isZero();
        }
    }

    @OnEveryDatabase
    void whatWasDecidedAboutOneConflictIsNotDecidedAboutTheNext(Product product) {
        try (Pair pair = new Pair(product)) {
            pair.b.behind(DOWN);
            pair.resolve(Resolution.OURS);
            pair.b.behind(other -> other);
            pair.later();
            pair.a.run(pair.b);
            pair.save(pair.a, "title", "Again by A");
            pair.save(pair.b, "title", "Again by B");

            assertThat(pair.a.run(pair.b).count(DeliveryState.CONFLICT)).isEqualTo(1);
            assertThat(pair.held(pair.b, "title")).isEqualTo("Again by B");
        }
    }

    @OnEveryDatabase
    void whatWasDecidedAndDoesNotGoIsInConflictAgain(Product product) {
        try (Pair pair = new Pair(product)) {
            pair.b.behind(DOWN);
            pair.resolve(Resolution.MERGE);
            pair.b.behind(other -> other);
            pair.later();

            assertThat(pair.a.run(pair.b).count(DeliveryState.CONFLICT)).isEqualTo(1);
            assertThat(pair.resolve(Resolution.OURS)).isEqualTo(DeliveryState.DONE);
            assertThat(pair.held(pair.b, "title")).isEqualTo("By A");
        }
    }

    @OnEveryDatabase
    void whereTheirsIsTakenOverWhatWasEditedBehindTheConflictIsToldNevertheless(Product product) {
        try (Pair pair = new Pair(product)) {
            pair.save(pair.b, "notes", "Of B");
            pair.a.staging().retry(pair.task, "b");
            pair.a.run(pair.b);
            pair.save(pair.a, "teaser", "Behind it");
            pair.save(pair.a, "title", "By A once more");

            assertThat(pair.resolve(Resolution.THEIRS)).isEqualTo(DeliveryState.DONE);
            assertThat(pair.a.run(pair.b).count(DeliveryState.DONE)).isEqualTo(1);

            for (Server server : List.of(pair.a, pair.b)) {
                assertThat(pair.held(server, "title")).isEqualTo("By B");
                assertThat(pair.held(server, "teaser")).isEqualTo("Behind it");
                assertThat(pair.held(server, "notes")).isEqualTo("Of B");
            }
            assertThat(pair.a.open()).isZero();
        }
    }

    @OnEveryDatabase
    void whereTheirsIsTakenOverAndNothingElseIsLeftNothingIsTold(Product product) {
        try (Pair pair = new Pair(product)) {
            pair.save(pair.a, "title", "By A once more");
            int tasks = pair.a.tasks().size();

            pair.resolve(Resolution.THEIRS);

            assertThat(pair.held(pair.a, "title")).isEqualTo("By B");
            assertThat(pair.a.tasks()).hasSize(tasks);
            assertThat(pair.a.open()).isZero();
        }
    }

    @OnEveryDatabase
    void whatChangesThereMeanwhileIsNotWrittenOverEither(Product product) {
        try (Pair pair = new Pair(product)) {
            pair.save(pair.a, "teaser", "Behind it");
            pair.save(pair.b, "title", "By B once more");

            pair.resolve(Resolution.THEIRS);

            assertThat(pair.a.run(pair.b).count(DeliveryState.CONFLICT)).isEqualTo(1);
            assertThat(pair.held(pair.b, "title")).isEqualTo("By B once more");
        }
    }

    @OnEveryDatabase
    void whoIsTooLateChangesNothing(Product product) {
        try (Pair pair = new Pair(product)) {
            pair.a.staging().drop(pair.task, "b");

            assertThatThrownBy(() -> pair.resolve(Resolution.THEIRS)).hasMessageContaining("CT1004");
            assertThat(pair.held(pair.a, "title")).isEqualTo("By A");
        }
    }
}
