package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.ConflictPolicy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** H: where the newest wins, what is purged is gone on all servers, and takes nothing along that lives where it was purged. */
class H1PurgedTest {
    private final HandClock behind = HandClock.at("2026-11-22T12:00:00Z");
    private final HandClock ahead = HandClock.at("2026-11-22T12:00:30Z");

    @TempDir
    Path folder;

    /** Two servers that tell each other, of which one has a clock that is behind. */
    private final class Pair implements AutoCloseable {
        private final Servers servers = new Servers();
        private final Server a;
        private final Server b;

        Pair(Product product) {
            Path models =
                    Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
            a = servers.start("a", product, builder -> builder.clock(behind), models);
            b = servers.start("b", product, builder -> builder.clock(ahead), models);
            a.tells(b, target -> target.on(ConflictPolicy.NEWEST));
            b.tells(a, target -> target.on(ConflictPolicy.NEWEST));
        }

        void settle() {
            for (int round = 0; round < 4; round++) {
                a.staging().hasten("b");
                a.run(b);
                b.staging().hasten("a");
                b.run(a);
            }
        }

        void purge(Item item) {
            a.site().items().delete("Ada", item.id());
            a.site().items().purge("Ada", item.id());
        }

        @Override
        public void close() {
            servers.close();
        }
    }

    @OnEveryDatabase
    void whoPurgesWhatIsKnownToHaveChangedPurgesItLater(Product product) {
        try (Pair pair = new Pair(product)) {
            Item one = pair.a.create("Article", "One");
            pair.settle();
            pair.b.site().items().rename("Bob", one.id(), "Renamed by a clock that is ahead");
            pair.settle();
            behind.set("2026-11-22T12:00:10Z");

            pair.purge(one);
            pair.settle();

            assertThat(pair.a.site().items().find(one.id())).isEmpty();
            assertThat(pair.b.site().items().find(one.id())).isEmpty();
            assertThat(pair.a.open()).isZero();
            assertThat(pair.b.open()).isZero();
        }
    }

    @OnEveryDatabase
    void whatLivesWhereSomethingIsPurgedIsNotTakenAlong(Product product) {
        try (Pair pair = new Pair(product)) {
            Item above = pair.a.create("Article", "Above");
            Item living = pair.a.site().createBelow(above.id(), "Article", "Living");
            pair.settle();
            pair.a.site().items().move("Ada", living.id(), null);
            StagedTask move = pair.a.tasks(DeliveryState.PENDING).get(0);
            pair.a.staging().drop(move.task().id(), "b");

            pair.purge(above);
            pair.settle();

            assertThat(pair.a.get(living.id()).isDeleted()).isFalse();
            assertThat(pair.b.get(living.id()).isDeleted()).isFalse();
            assertThat(pair.b.get(living.id()).parent()).isNull();
            assertThat(pair.b.get(living.id()).isDeleted()).isFalse();
            assertThat(pair.b.site().items().find(above.id())).isEmpty();
            assertThat(pair.a.open()).isZero();
        }
    }

    @OnEveryDatabase
    void whatWasMovedThereMeanwhileIsKeptInTheRecycleBinOnBoth(Product product) {
        try (Pair pair = new Pair(product)) {
            Item above = pair.a.create("Article", "Above");
            Item moved = pair.a.create("Article", "Moved");
            pair.settle();
            pair.purge(above);
            pair.b.site().items().move("Bob", moved.id(), above.id());

            pair.settle();

            for (Server server : List.of(pair.a, pair.b)) {
                assertThat(server.site().items().find(above.id()))
                        .as(server.name())
                        .isEmpty();
                assertThat(server.get(moved.id()).isDeleted()).as(server.name()).isTrue();
                assertThat(server.get(moved.id()).parent()).as(server.name()).isNull();
                assertThat(server.open()).as(server.name()).isZero();
            }
        }
    }
}
