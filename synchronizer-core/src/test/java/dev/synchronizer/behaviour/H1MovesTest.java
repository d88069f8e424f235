package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.staging.Resolution;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.Clash;
import dev.synchronizer.task.ConflictPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** H: moves on two servers that together would have items stand below themselves, and what goes below what goes. */
class H1MovesTest {
    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
    }

    /** Two servers that hold the same two items, each moved below the other one on one of them. */
    private final class Pair implements AutoCloseable {
        private final Servers servers = new Servers();
        private final Server a;
        private final Server b;
        private final UUID one;
        private final UUID two;

        Pair(Product product, ConflictPolicy policy) {
            a = servers.start("a", product, models());
            b = servers.start("b", product, models());
            a.tells(b, target -> target.on(policy));
            b.tells(a, target -> target.on(policy));
            one = a.create("Article", "One").id();
            two = a.create("Article", "Two").id();
            settle();
            a.site().items().move("Ada", one, two);
            b.site().items().move("Bob", two, one);
        }

        void settle() {
            for (int round = 0; round < 4; round++) {
                a.run(b);
                b.run(a);
            }
        }

        @Nullable
        UUID parent(Server server, UUID item) {
            return server.get(item).parent();
        }

        @Override
        public void close() {
            servers.close();
        }
    }

    @OnEveryDatabase
    void aCircleIsAConflictThatSomebodyDecides(Product product) {
        try (Pair pair = new Pair(product, ConflictPolicy.MERGE)) {
            assertThat(pair.a.run(pair.b).count(DeliveryState.CONFLICT)).isEqualTo(1);
            StagedTask task = pair.a.tasks(DeliveryState.CONFLICT).get(0);
            assertThat(task.answer().orElseThrow().clashes())
                    .extracting(Clash::place)
                    .containsExactly("parent");
            assertThat(pair.parent(pair.b, pair.one)).isNull();

            pair.a.staging().resolve(task.task().id(), "b", Resolution.OURS);

            assertThat(pair.parent(pair.b, pair.one)).isEqualTo(pair.two);
            assertThat(pair.parent(pair.b, pair.two)).isNull();
        }
    }

    @OnEveryDatabase
    void whereTheNewestWinsTheOlderMoveIsGivenUpOnAll(Product product) {
        try (Pair pair = new Pair(product, ConflictPolicy.NEWEST)) {
            pair.settle();

            for (Server server : List.of(pair.a, pair.b)) {
                assertThat(pair.parent(server, pair.one)).as(server.name()).isNull();
                assertThat(pair.parent(server, pair.two)).as(server.name()).isEqualTo(pair.one);
                assertThat(server.open()).isZero();
            }
        }
    }

    @OnEveryDatabase
    void whatWasMadeBelowWhatIsPurgedElsewhereIsKeptInTheRecycleBin(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            a.tells(b, target -> target.on(ConflictPolicy.NEWEST));
            b.tells(a, target -> target.on(ConflictPolicy.NEWEST));
            Item folder = a.create("Article", "Folder");
            a.run(b);
            Item below = b.site().createBelow(folder.id(), "Article", "Below");
            a.site().items().delete("Ada", folder.id());
            a.site().items().purge("Ada", folder.id());

            for (int round = 0; round < 4; round++) {
                b.run(a);
                a.run(b);
                runAll(a, b);
                runAll(b, a);
            }

            for (Server server : List.of(a, b)) {
                assertThat(server.site().items().find(folder.id()))
                        .as(server.name())
                        .isEmpty();
                assertThat(server.get(below.id()).isDeleted()).as(server.name()).isTrue();
                assertThat(server.get(below.id()).parent()).as(server.name()).isNull();
                assertThat(server.open()).as(server.name()).isZero();
            }
            a.site().items().restore("Ada", below.id());
            a.run(b);
            assertThat(b.get(below.id()).isDeleted()).isFalse();
        }
    }

    /** What waits is tried without its pause. */
    private static void runAll(Server from, Server to) {
        List<StagedTask> tasks = new ArrayList<>(from.tasks(DeliveryState.BLOCKED, DeliveryState.RETRY));
        tasks.forEach(task -> from.staging().run(task.task().id(), to.name()));
    }
}
