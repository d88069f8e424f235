package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.behaviour.Servers.Between;
import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.staging.Answer;
import dev.synchronizer.staging.Shipment;
import dev.synchronizer.task.ConflictPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;

/** H: what is purged on one of three servers in a circle, and changed on the others, comes to be the same on all. */
class H1PurgesTest {
    @TempDir
    Path folder;

    /** Three servers that hold the same item, and have told each other of it. */
    private final class Ring implements AutoCloseable {
        private final Servers servers = new Servers();
        private final Server a;
        private final Server b;
        private final Server c;
        private final UUID item;

        Ring(Product product) {
            Path models = Site.jar(
                    folder,
                    "1.0",
                    "@ContentType public class Article {" + property("String", "title") + property("String", "teaser")
                            + "}");
            a = servers.start("a", product, models);
            b = servers.start("b", product, models);
            c = servers.start("c", product, models);
            a.tells(b, target -> target.on(ConflictPolicy.NEWEST));
            b.tells(c, target -> target.on(ConflictPolicy.NEWEST));
            c.tells(a, target -> target.on(ConflictPolicy.NEWEST));
            item = a.create("Article", "Old").id();
            settle();
        }

        void settle() {
            for (int round = 0; round < 6; round++) {
                a.run(b);
                b.run(c);
                c.run(a);
            }
        }

        void set(Server server, String property, String value) {
            server.site().items().save("Ada", server.get(item).with(property, value));
        }

        void purge(Server server) {
            server.site().items().delete("Ada", item);
            server.site().items().purge("Ada", item);
        }

        Item same() {
            Map<String, String> first = RingContents.of(a.site().synchronizer());
            for (Server server : List.of(b, c)) {
                assertThat(RingContents.of(server.site().synchronizer()))
                        .as(server.name())
                        .isEqualTo(first);
            }
            for (Server server : List.of(a, b, c)) {
                assertThat(server.open()).as(server.name()).isZero();
            }
            return a.get(item);
        }

        @Override
        public void close() {
            servers.close();
        }
    }

    @OnEveryDatabase
    void whatComesBackTakesNothingWithItThatWasChangedSince(Product product) {
        try (Ring ring = new Ring(product)) {
            ring.purge(ring.b);
            ring.set(ring.c, "title", "New");
            ring.set(ring.a, "teaser", "Newer");
            // There it comes back, with the title that this one knows.
            ring.a.run(ring.b);

            ring.settle();

            Item item = ring.same();
            assertThat(item.values().toString()).contains("title=New").contains("teaser=Newer");
        }
    }

    @OnEveryDatabase
    void whatStaysIsTheSameEverywhereWhateverHasComeToNothingOnTheWay(Product product) {
        try (Ring ring = new Ring(product)) {
            ring.set(ring.c, "teaser", "Before");
            ring.purge(ring.a);
            ring.set(ring.b, "title", "After");
            // It is gone where this comes by, which tells the next one that it is.
            ring.c.run(ring.a);
            ring.a.run(ring.b);

            ring.settle();

            assertThat(ring.same().values().toString()).contains("title=After");
        }
    }

    @OnEveryDatabase
    void whatIsPurgedByWhoKnewOfTheLaterChangeIsGone(Product product) {
        try (Ring ring = new Ring(product)) {
            ring.purge(ring.b);
            ring.set(ring.a, "title", "New");
            AtomicBoolean purged = new AtomicBoolean();
            ring.b.behind(b -> new Between(b) {
                @Override
                public List<Answer> receive(String sender, List<Shipment> shipments) {
                    if (purged.compareAndSet(false, true)) {
                        ring.purge(ring.a);
                    }
                    return super.receive(sender, shipments);
                }
            });
            ring.a.run(ring.b);

            ring.settle();

            for (Server server : List.of(ring.a, ring.b, ring.c)) {
                assertThat(server.site().items().find(ring.item))
                        .as(server.name())
                        .isEmpty();
                assertThat(server.open()).as(server.name()).isZero();
            }
        }
    }
}
