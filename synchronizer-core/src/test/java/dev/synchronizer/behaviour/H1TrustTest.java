package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.staging.Answer;
import dev.synchronizer.staging.Resolution;
import dev.synchronizer.staging.Shipment;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.Payload;
import dev.synchronizer.task.ServerChannel;
import dev.synchronizer.task.Stamps;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H: a server that may tell changes is believed only as far as an honest one would go. */
class H1TrustTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path folder;

    private final HandClock clock = HandClock.at(NOW.toString());

    private Path models() {
        return Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
    }

    /** Two servers, of which one tells the other what somebody in between makes of it. */
    private final class Pair implements AutoCloseable {
        private final Servers servers = new Servers();
        private final Server a;
        private final Server b;

        Pair(Product product, ConflictPolicy policy) {
            a = servers.start("a", product, builder -> builder.clock(clock), models());
            b = servers.start("b", product, builder -> builder.clock(clock), models());
            a.tells(b, target -> target.on(policy));
        }

        Answer forged(UnaryOperator<Shipment> forging) {
            b.behind(other -> new Servers.Between(other) {
                @Override
                public List<Answer> receive(String sender, List<Shipment> shipments) {
                    return super.receive(sender, shipments.stream().map(forging).toList());
                }
            });
            a.run(b);
            return a.tasks().get(0).answer().orElseThrow();
        }

        String self() {
            return a.staging().receiving().identity();
        }

        /** What b knows of a. */
        ServerChannel known() {
            return b.staging().servers().list().stream()
                    .filter(server -> self().equals(server.server()))
                    .findFirst()
                    .orElseThrow();
        }

        /** a may decide no further at b than that. */
        void limit(ConflictPolicy most) {
            b.staging().servers().save("Bob", known().decidingAtMost(most));
        }

        @Override
        public void close() {
            servers.close();
        }
    }

    private static Shipment passed(Shipment sent, List<String> passed) {
        return changed(sent, sent.actor(), passed, sent.changes(), sent.payload());
    }

    private static Shipment changed(
            Shipment sent, String actor, List<String> passed, List<String> changes, Payload payload) {
        return new Shipment(
                sent.task(),
                sent.key(),
                sent.name(),
                sent.operation(),
                payload,
                actor,
                passed,
                changes,
                sent.policy(),
                sent.spared());
    }

    private static Shipment stamped(Shipment sent, Stamps stamps) {
        Payload payload = sent.payload();
        return changed(
                sent,
                sent.actor(),
                sent.passed(),
                sent.changes(),
                new Payload(payload.about(), payload.revision(), payload.base(), payload.after(), stamps));
    }

    private void refused(Product product, String why, UnaryOperator<Shipment> forging) {
        try (Pair pair = new Pair(product, ConflictPolicy.HOLD)) {
            pair.a.create("Article", "One");

            Answer answer = pair.forged(forging);

            assertThat(answer.outcome()).isEqualTo(Answer.Outcome.REFUSED);
            assertThat(answer.message())
                    .hasValueSatisfying(said -> assertThat(said).contains(why));
            assertThat(pair.b.items()).isEmpty();
        }
    }

    @OnEveryDatabase
    void whoSaysThatAnotherOneSendsItIsRefused(Product product) {
        refused(
                product,
                "another server sends it",
                sent -> passed(sent, List.of("4c2381c8-882e-4ef1-8763-72ff7d034d67")));
    }

    @OnEveryDatabase
    void whatIsStampedFarAheadIsRefused(Product product) {
        Instant ahead = NOW.plus(Duration.ofDays(1)).plusSeconds(1);
        refused(
                product,
                "more than a day ahead",
                sent -> stamped(sent, Stamps.none().changed(List.of("name"), ahead, "x")));
    }

    @Test
    void asManyChangesAsNobodyMakesAreRefused() {
        refused(
                Product.H2,
                "100001 changes",
                sent -> changed(sent, sent.actor(), sent.passed(), Collections.nCopies(100_001, "x"), sent.payload()));
    }

    @Test
    void asManyServersAsThereAreNowhereAreRefused() {
        refused(Product.H2, "1001 servers", sent -> passed(sent, withSender(Collections.nCopies(1_000, "x"), sent)));
    }

    private static List<String> withSender(List<String> others, Shipment sent) {
        List<String> all = new java.util.ArrayList<>(others);
        all.addAll(sent.passed());
        return all;
    }

    @OnEveryDatabase
    void identitiesThatCouldNotBeKeptAreRefused(Product product) {
        refused(
                product,
                "no identity",
                sent -> changed(sent, sent.actor(), sent.passed(), List.of("x".repeat(81)), sent.payload()));
    }

    @OnEveryDatabase
    void anActorThatCouldNotBeRecordedIsRefused(Product product) {
        refused(
                product,
                "who did it",
                sent -> changed(sent, "x".repeat(256), sent.passed(), sent.changes(), sent.payload()));
    }

    @Test
    void aClockThatIsWrongByHoursIsNoReasonToRefuse() {
        try (Pair pair = new Pair(Product.H2, ConflictPolicy.NEWEST)) {
            Item item = pair.a.create("Article", "One");
            Instant ahead = NOW.plus(Duration.ofHours(23));

            Answer answer = pair.forged(sent ->
                    stamped(sent, Stamps.none().changed(List.of("name", Stamps.EXISTENCE), ahead, pair.self())));

            assertThat(answer.outcome()).isEqualTo(Answer.Outcome.APPLIED);
            assertThat(pair.b.get(item.id()).name()).isEqualTo("One");
        }
    }

    @Test
    void theLastMomentThatThereIsHasNoneBehindIt() {
        Stamps last = Stamps.none().changed(List.of("name"), Instant.MAX, "x");

        assertThat(last.changed(List.of("name"), NOW, "y").all().get("name").at())
                .isEqualTo(Instant.MAX);
    }

    @OnEveryDatabase
    void whoReceivesSaysHowFarASenderDecides(Product product) {
        try (Pair pair = new Pair(product, ConflictPolicy.OURS)) {
            Item item = pair.a.create("Article", "One");
            pair.a.run(pair.b);
            pair.limit(ConflictPolicy.HOLD);
            pair.a.site().items().save("Ada", pair.a.get(item.id()).with("title", "By A"));
            pair.b.site().items().save("Bob", pair.b.get(item.id()).with("title", "By B"));

            pair.a.run(pair.b);

            StagedTask task = pair.a.tasks(DeliveryState.CONFLICT).get(0);
            assertThat(task.answer().orElseThrow().messages())
                    .anySatisfy(said -> assertThat(said).contains("hold at most, and not by ours"));
            assertThat(pair.a
                            .staging()
                            .resolve(task.task().id(), "b", Resolution.OURS)
                            .state())
                    .isEqualTo(DeliveryState.CONFLICT);
            assertThat(pair.b.get(item.id()).get("title")).contains("By B");
            pair.limit(null);
            pair.a.staging().resolve(task.task().id(), "b", Resolution.OURS);
            assertThat(pair.b.get(item.id()).get("title")).contains("By A");
        }
    }

    @OnEveryDatabase
    void ofOneThatIsDisabledNothingIsTakenInUntilItIsEnabled(Product product) {
        try (Pair pair = new Pair(product, ConflictPolicy.HOLD)) {
            pair.a.create("Article", "One");
            pair.a.run(pair.b);
            pair.b.staging().servers().disable("Bob", pair.known().name());
            Item two = pair.a.create("Article", "Two");

            pair.a.run(pair.b);

            StagedTask waiting = pair.a.tasks(DeliveryState.RETRY).get(0);
            assertThat(waiting.answer().orElseThrow().message().orElseThrow()).contains("until that is enabled");
            assertThat(pair.b.items()).hasSize(1);
            pair.b.staging().servers().enable("Bob", pair.known().name());
            pair.a.staging().run(waiting.task().id(), "b");
            assertThat(pair.b.get(two.id()).name()).isEqualTo("Two");
        }
    }

    @Test
    void whoWritesToTheDatabaseItselfSharesNoSecret() {
        try (Pair pair = new Pair(Product.H2, ConflictPolicy.HOLD)) {
            pair.a.create("Article", "One");
            pair.a.run(pair.b);

            assertThat(pair.b.staging().servers().list()).singleElement().satisfies(known -> {
                assertThat(known.server()).isEqualTo(pair.self());
                assertThat(known.secret()).isNull();
                assertThat(known.accepted()).isFalse();
                assertThat(known.isTarget()).isFalse();
            });
            assertThat(UUID.fromString(pair.self())).isNotNull();
        }
    }
}
