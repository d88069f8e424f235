package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.behaviour.Servers.Between;
import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.staging.Answer;
import dev.synchronizer.staging.Answer.Outcome;
import dev.synchronizer.staging.Receiving;
import dev.synchronizer.staging.Shipment;
import dev.synchronizer.staging.Subtree;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.Payload;
import dev.synchronizer.task.PayloadJson;
import dev.synchronizer.task.TaskKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;

/** H: what is told of a whole subtree takes away what was no part of it, and nothing else. */
class H1SubtreesTest {
    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
    }

    @OnEveryDatabase
    void whatWasMadeBelowSinceStays(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            Item root = a.create("Article", "Root");
            a.tells(b);
            a.staging().enqueueSubtree("Ada", root.id(), Subtree.COMPLETE, Optional.of("b"));
            a.run(b);
            Item extra = b.site().createBelow(root.id(), "Article", "Extra");
            a.staging().enqueueSubtree("Ada", root.id(), Subtree.COMPLETE, Optional.of("b"));
            Item since = a.site().createBelow(root.id(), "Article", "Since");
            b.behind(Deaf::new);
            a.run(b);
            assertThat(b.get(since.id()).isDeleted()).isFalse();
            b.behind(other -> other);
            a.tasks(DeliveryState.RETRY)
                    .forEach(task -> a.staging().run(task.task().id(), "b"));

            assertThat(b.get(extra.id()).isDeleted()).isTrue();
            assertThat(b.get(since.id()).isDeleted()).isFalse();
            assertThat(a.open()).isZero();
        }
    }

    @OnEveryDatabase
    void whatGoesThereWithAllThatIsBelowItIsNotToldBack(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            Item root = a.create("Article", "Root");
            a.tells(b);
            a.staging().enqueueSubtree("Ada", root.id(), Subtree.INCREMENTAL, Optional.of("b"));
            a.run(b);
            Item extra = b.site().createBelow(root.id(), "Article", "Extra");
            Item below = b.site().createBelow(extra.id(), "Article", "Below");
            b.tells(a);

            a.staging().enqueueSubtree("Ada", root.id(), Subtree.COMPLETE, Optional.of("b"));
            a.run(b);

            assertThat(b.get(below.id()).isDeleted()).isTrue();
            assertThat(b.tasks()).isEmpty();
        }
    }

    @OnEveryDatabase
    void whichAreToStayIsToldOnAsItCame(Product product) {
        HandClock clock = HandClock.at("2026-11-22T10:00:00Z");
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, builder -> builder.clock(clock), models());
            Server b = servers.start("b", product, builder -> builder.clock(clock), models());
            Server c = servers.start("c", product, builder -> builder.clock(clock), models());
            a.tells(b);
            b.tells(c);
            c.tells(a);
            Item root = a.create("Article", "Root");
            a.run(b);
            Item extra = b.site().createBelow(root.id(), "Article", "Extra");
            b.run(c);
            Item here = a.site().createBelow(root.id(), "Article", "Here");
            clock.set("2026-11-22T10:01:00Z");
            a.staging().enqueueSubtree("Ada", root.id(), Subtree.COMPLETE, Optional.of("b"));
            clock.set("2026-11-22T10:02:00Z");
            Item since = c.site().createBelow(root.id(), "Article", "Since");
            clock.set("2026-11-22T10:03:00Z");
            a.run(b);

            assertThat(b.get(extra.id()).isDeleted()).isTrue();
            assertThat(children(b)).isEqualTo(children(a));
            b.run(c);
            assertThat(c.get(extra.id()).isDeleted()).isTrue();
            assertThat(c.get(here.id()).isDeleted()).isFalse();
            assertThat(c.get(since.id()).isDeleted()).isFalse();
            assertThat(b.open()).isZero();
        }
    }

    @OnEveryDatabase
    void nothingIsToldToAServerThatIsRemovedMeanwhile(Product product) {
        AtomicInteger before = new AtomicInteger(-1);
        AtomicReference<Runnable> removal = new AtomicReference<>(() -> {});
        CountedConnections connections = new CountedConnections(() -> {
            if (before.getAndDecrement() == 0) {
                removal.get().run();
            }
        });
        try (Servers servers = new Servers()) {
            Server a = servers.start(
                    "a",
                    product,
                    builder -> builder.dataSource(
                            connections.over(product.freshDatabase().dataSource())),
                    models());
            Server b = servers.start("b", product, models());
            Item root = a.create("Article", "Root");
            removal.set(() -> a.staging().servers().remove("Ada", "b"));
            for (int at = 1; at < 6; at++) {
                a.tells(b);
                before.set(at);
                try {
                    a.staging().enqueueSubtree("Ada", root.id(), Subtree.COMPLETE, Optional.of("b"));
                } catch (ProblemsException e) {
                    assertThat(e).hasMessageContaining("no server");
                }
                assertThat(before.get()).as("it was removed").isNegative();
                assertThat(a.open()).as("removed before connection %s", at).isZero();
            }
        }
    }

    private static List<Payload> children(Server server) {
        return server.tasks().stream()
                .filter(task -> task.task().kind().equals(TaskKey.CHILDREN))
                .map(task -> PayloadJson.read(task.task().payload()))
                .toList();
    }

    @OnEveryDatabase
    void whatDoesNotSayWhichAreToStayIsRefused(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            a.tells(b);
            Item root = a.create("Article", "Root");
            Item child = a.site().createBelow(root.id(), "Article", "Child");
            a.run(b);
            b.behind(Mute::new);
            a.staging().enqueueSubtree("Ada", root.id(), Subtree.COMPLETE, Optional.of("b"));

            a.run(b);

            assertThat(b.get(child.id()).isDeleted()).isFalse();
            assertThat(a.tasks(DeliveryState.RETRY))
                    .extracting(task -> task.answer().map(Answer::outcome).orElseThrow())
                    .containsExactly(Outcome.REFUSED, Outcome.REFUSED);
        }
    }

    /** Does not hear which children are to stay. */
    private static final class Deaf extends Between {
        Deaf(Receiving other) {
            super(other);
        }

        @Override
        public List<Answer> receive(String sender, List<Shipment> shipments) {
            return shipments.stream()
                    .map(sent -> sent.key().kind().equals(TaskKey.CHILDREN)
                            ? new Answer(Outcome.FAILED, List.of(), List.of(), List.of(), null)
                            : super.receive(sender, List.of(sent)).get(0))
                    .toList();
        }
    }

    /** Leaves out which children are to stay. */
    private static final class Mute extends Between {
        Mute(Receiving other) {
            super(other);
        }

        @Override
        public List<Answer> receive(String sender, List<Shipment> shipments) {
            return super.receive(sender, shipments.stream().map(Mute::muted).toList());
        }

        private static Shipment muted(Shipment sent) {
            if (!sent.key().kind().equals(TaskKey.CHILDREN)) {
                return sent;
            }
            Payload told = sent.payload();
            return new Shipment(
                    sent.task(),
                    sent.key(),
                    sent.name(),
                    sent.operation(),
                    new Payload(told.about(), told.revision(), told.base(), null, told.stamps()),
                    sent.actor(),
                    sent.passed(),
                    sent.changes(),
                    sent.policy(),
                    sent.spared());
        }
    }
}
