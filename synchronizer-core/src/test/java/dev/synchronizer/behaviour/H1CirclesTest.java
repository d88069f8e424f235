package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.TaskKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** H: what refers to itself, to each other, or to what is gone, reaches the other server as it is. */
class H1CirclesTest {
    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title")
                        + property("ContentReference", "related") + "}");
    }

    private static void refer(Server server, Item from, Item to) {
        server.site().items().save("Ada", server.get(from.id()).with("related", new ContentReference(to.id())));
    }

    private static void assertSame(Server a, Server b, Item... items) {
        for (Item item : items) {
            assertThat(b.get(item.id()).values()).isEqualTo(a.get(item.id()).values());
            assertThat(b.get(item.id()).parent()).isEqualTo(a.get(item.id()).parent());
        }
        assertThat(a.tasks().stream().filter(task -> task.delivery().waiting())).isEmpty();
    }

    private static void enqueue(Server server, Item... items) {
        List<TaskKey> keys = new ArrayList<>();
        Stream.of(items).forEach(item -> keys.add(TaskKey.item(item.id())));
        server.staging().enqueue("Ada", keys, Optional.empty());
    }

    @OnEveryDatabase
    void whatRefersToItself(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            a.tells(b);
            Item one = a.create("Article", "One");
            refer(a, one, one);

            a.run(b);

            assertSame(a, b, one);
        }
    }

    @OnEveryDatabase
    void whatRefersToEachOtherAndIsToldAnew(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            Item one = a.create("Article", "One");
            Item two = a.create("Article", "Two");
            Item three = a.create("Article", "Three");
            refer(a, one, two);
            refer(a, two, three);
            refer(a, three, one);
            a.tells(b);
            enqueue(a, one, two, three);

            a.run(b);

            assertSame(a, b, one, two, three);
            assertThat(b.site().items().validation().kept(one.id())).isEmpty();
        }
    }

    @OnEveryDatabase
    void whatStandsBelowWhatRefersToIt(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            Item above = a.create("Article", "Above");
            Item other = a.create("Article", "Other");
            Item below = a.site()
                    .items()
                    .create("Ada", NewItem.of("Article", "Below").below(above.id()));
            refer(a, above, other);
            refer(a, other, below);
            a.tells(b);
            enqueue(a, below, other, above);

            a.run(b);

            assertSame(a, b, above, other, below);
        }
    }

    @OnEveryDatabase
    void whatRefersToWhatIsGone(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            Item one = a.create("Article", "One");
            Item gone = a.create("Article", "Gone");
            refer(a, one, gone);
            a.site().items().delete("Ada", gone.id());
            a.site().items().purge("Ada", gone.id());
            a.tells(b);
            enqueue(a, one);

            a.run(b);

            assertSame(a, b, one);
        }
    }

    @OnEveryDatabase
    void whatIsNotToldYetIsStillWaitedFor(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            Item one = a.create("Article", "One");
            Item untold = a.create("Article", "Untold");
            refer(a, one, untold);
            a.tells(b);
            enqueue(a, one);

            assertThat(a.run(b).count(DeliveryState.BLOCKED)).isEqualTo(1);

            enqueue(a, untold);
            a.run(b);
            assertSame(a, b, one, untold);
        }
    }

    @OnEveryDatabase
    void whatIsBlockedIsTriedOnceMoreWhereSomebodyHastensIt(Product product) {
        HandClock clock = HandClock.at("2026-11-22T10:00:00Z");
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, builder -> builder.clock(clock), models());
            Server b = servers.start("b", product, models());
            Item one = a.create("Article", "One");
            Item untold = a.create("Article", "Untold");
            refer(a, one, untold);
            a.tells(b);
            enqueue(a, one);
            assertThat(a.run(b).count(DeliveryState.BLOCKED)).isEqualTo(1);
            assertThat(a.run(b).count(DeliveryState.BLOCKED)).isZero();

            a.staging().hasten("b");

            assertThat(a.run(b).count(DeliveryState.BLOCKED)).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void whatRefersToWhatIsInTheRecycleBinThereIsFoundAndSaved(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            a.tells(b, target -> target.on(ConflictPolicy.NEWEST));
            Item one = a.create("Article", "One");
            Item two = a.create("Article", "Two");
            a.run(b);
            b.site().items().delete("Bob", two.id());
            refer(a, one, two);

            a.run(b);

            assertSame(a, b, one);
            assertThat(b.site().items().validation().kept(one.id()))
                    .extracting(Finding::message)
                    .containsExactly("\"Two\" is in the recycle bin");
        }
    }
}
