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
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.staging.Answer;
import dev.synchronizer.staging.DeliveryException;
import dev.synchronizer.staging.Receiving;
import dev.synchronizer.staging.Resolution;
import dev.synchronizer.staging.Shipment;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.FailurePolicy;
import dev.synchronizer.task.RetryPolicy;
import dev.synchronizer.task.TaskKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;

/** H: what is dropped, skipped, blocked or in conflict does no harm to what comes behind it. */
class H1GivenUpTest {
    private static final RetryPolicy ONCE = new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(5), 1);

    private static final UnaryOperator<Receiving> AWAY = other -> new Between(other) {
        @Override
        public List<Answer> receive(String sender, List<Shipment> shipments) {
            throw new DeliveryException("it is away", false, null);
        }
    };

    private static final RetryPolicy TWICE = new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(5), 2);

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

    /** Refuses the title that everybody fears. */
    private static final class Strict implements SaveHandler {
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
            if (event.after().get("title").filter("poison"::equals).isPresent()) {
                throw event.veto("POISON", "nobody takes that in");
            }
        }
    }

    private static long task(Server server, DeliveryState state) {
        List<StagedTask> tasks = server.tasks(state);
        return tasks.get(tasks.size() - 1).task().id();
    }

    private static Item save(Server server, Item item, String title) {
        return server.site().items().save("Ada", item.with("title", title));
    }

    private Server start(Servers servers, String name, Product product) {
        return servers.start(name, product, builder -> builder.clock(clock), models());
    }

    @OnEveryDatabase
    void behindAnEditThatIsDroppedTheNextOneIsNoConflict(Product product) {
        try (Servers servers = new Servers()) {
            Server a = start(servers, "a", product);
            Server b = start(servers, "b", product);
            a.tells(b);
            Item item = a.create("Article", "One");
            a.run(b);
            item = save(a, item, "Two");
            a.staging().drop(task(a, DeliveryState.PENDING), "b");
            clock.forward(Duration.ofDays(30));
            a.run(b);
            item = save(a, item, "Three");
            a.staging().drop(task(a, DeliveryState.PENDING), "b");
            item = save(a, item, "Four");

            assertThat(a.run(b).count(DeliveryState.DONE)).isEqualTo(1);

            assertThat(b.get(item.id()).values().get("title")).contains("Four");
            assertThat(a.open()).isZero();
        }
    }

    @OnEveryDatabase
    void whatWasDroppedLongAgoIsKeptUntilWhatCarriesItAlongHasArrived(Product product) {
        try (Servers servers = new Servers()) {
            Server a = start(servers, "a", product);
            Server b = start(servers, "b", product);
            a.tells(b);
            Item item = a.create("Article", "One");
            a.run(b);
            item = save(a, item, "Two");
            a.staging().drop(task(a, DeliveryState.PENDING), "b");
            clock.forward(Duration.ofDays(8));
            save(a, item, "Three");
            b.behind(AWAY);
            a.run(b);
            assertThat(a.tasks(DeliveryState.DROPPED)).hasSize(1);

            b.behind(other -> other);
            clock.forward(Duration.ofMinutes(20));
            a.run(b);

            assertThat(b.get(item.id()).values().get("title")).contains("Three");
            assertThat(a.open()).isZero();
            clock.forward(Duration.ofDays(8));
            a.run(b);
            assertThat(a.tasks()).as("what has arrived is not kept any longer").isEmpty();
        }
    }

    @OnEveryDatabase
    void whoDecidesAboutOneThatALaterOneCarriesAlongChangesNothing(Product product) {
        try (Servers servers = new Servers()) {
            Server a = start(servers, "a", product);
            Server b = start(servers, "b", product);
            a.tells(b);
            b.behind(AWAY);
            Item item = a.create("Article", "One");
            for (String title : List.of("Two", "Three", "Four")) {
                a.run(b);
                clock.forward(Duration.ofMinutes(10));
                item = save(a, item, title);
            }
            a.run(b);
            long superseded = task(a, DeliveryState.SUPERSEDED);

            assertThat(a.staging().drop(superseded, "b").state()).isEqualTo(DeliveryState.SUPERSEDED);
            assertThat(a.staging().retry(superseded, "b").state()).isEqualTo(DeliveryState.SUPERSEDED);

            b.behind(other -> other);
            clock.forward(Duration.ofMinutes(10));
            a.run(b);
            assertThat(b.get(item.id()).values()).isEqualTo(item.values());
            assertThat(a.open()).isZero();
        }
    }

    @OnEveryDatabase
    void whatWasDroppedWhereItWasMadeIsMadeByItsNextEdit(Product product) {
        try (Servers servers = new Servers()) {
            Server a = start(servers, "a", product);
            Server b = start(servers, "b", product);
            a.tells(b);
            Item item = a.create("Article", "One");
            a.staging().drop(task(a, DeliveryState.PENDING), "b");
            a.run(b);
            assertThat(b.items()).isEmpty();

            item = save(a, item, "Two");
            a.run(b);

            assertThat(b.get(item.id()).values()).isEqualTo(item.values());
        }
    }

    @OnEveryDatabase
    void behindAnEditThatIsSkippedTheNextOneIsNoConflict(Product product) {
        try (Servers servers = new Servers()) {
            Server a = start(servers, "a", product);
            Server b = servers.start("b", product, builder -> builder.saveHandler(new Strict()), models());
            a.tells(b, target -> target.on(FailurePolicy.SKIP).retrying(ONCE));
            Item item = a.create("Article", "One");
            a.run(b);
            item = save(a, item, "poison");
            a.run(b);
            long skipped = task(a, DeliveryState.DEAD);
            assertThat(a.open()).isZero();
            assertThat(a.staging().retry(skipped, "b").state()).isEqualTo(DeliveryState.RETRY);
            a.run(b);
            assertThat(a.tasks(DeliveryState.DEAD)).hasSize(1);

            item = save(a, item, "Three");
            assertThat(a.run(b).count(DeliveryState.DONE)).isEqualTo(1);

            assertThat(b.get(item.id()).values().get("title")).contains("Three");
            String key = "item:" + item.id();
            assertThatThrownBy(() -> a.staging().retry(skipped, "b"))
                    .hasMessageContaining("CT1006")
                    .hasMessageContaining("staging enqueue " + key);
            assertThat(a.run(b).total()).isZero();
            assertThat(b.get(item.id()).values().get("title")).contains("Three");
        }
    }

    @OnEveryDatabase
    void whatWasBlockedForLongIsTriedAsOftenAsAnythingElseWhenItIsRefused(Product product) {
        try (Servers servers = new Servers()) {
            Server a = start(servers, "a", product);
            Server b =
                    servers.start("b", product, builder -> builder.clock(clock).saveHandler(new Strict()), models());
            Item unknown = a.create("Article", "Unknown");
            a.tells(b, target -> target.retrying(TWICE));
            a.site()
                    .items()
                    .create(
                            "Ada",
                            NewItem.of("Article", "One")
                                    .with("title", "poison")
                                    .with("related", new ContentReference(unknown.id())));
            for (int time = 0; time < 4; time++) {
                a.run(b);
                clock.forward(Duration.ofMinutes(10));
            }
            assertThat(a.tasks(DeliveryState.BLOCKED)).hasSize(1);

            a.staging().enqueue("Ada", List.of(TaskKey.item(unknown.id())), Optional.of("b"));
            a.run(b);
            assertThat(a.tasks(DeliveryState.DEAD)).isEmpty();
            assertThat(a.tasks(DeliveryState.RETRY)).hasSize(1);

            clock.forward(Duration.ofMinutes(10));
            a.run(b);
            assertThat(a.tasks(DeliveryState.DEAD)).hasSize(1);
        }
    }

    @OnEveryDatabase
    void whatIsBlockedGoesWithANewerEditThatNeedsNothingAnyMore(Product product) {
        try (Servers servers = new Servers()) {
            Server a = start(servers, "a", product);
            Server b = start(servers, "b", product);
            Item unknown = a.create("Article", "Unknown");
            a.tells(b);
            Item item = a.site()
                    .items()
                    .create("Ada", NewItem.of("Article", "One").with("related", new ContentReference(unknown.id())));
            a.run(b);
            assertThat(a.tasks(DeliveryState.BLOCKED)).hasSize(1);

            item = a.site().items().save("Ada", item.with("related", null).with("title", "Two"));
            clock.forward(Duration.ofMinutes(10));
            a.run(b);

            assertThat(b.get(item.id()).values()).isEqualTo(item.values());
            assertThat(a.open()).isZero();
            assertThat(a.tasks(DeliveryState.SUPERSEDED)).hasSize(1);
        }
    }

    @OnEveryDatabase
    void behindAConflictNothingIsDueUntilSomebodyHasDecided(Product product) {
        try (Servers servers = new Servers()) {
            Server a = start(servers, "a", product);
            Server b = start(servers, "b", product);
            a.tells(b);
            Item item = a.create("Article", "One");
            a.run(b);
            save(b, b.get(item.id()), "By Bob");
            item = save(a, item, "Two");
            a.run(b);
            long conflict = task(a, DeliveryState.CONFLICT);
            for (int edit = 0; edit < 5; edit++) {
                item = save(a, item, "Edit " + edit);
            }
            a.run(b);
            assertThat(a.tasks().stream().filter(task -> task.delivery().waiting()))
                    .hasSize(6)
                    .allSatisfy(task -> assertThat(task.delivery().dueAt()).isNull());

            assertThat(a.staging().resolve(conflict, "b", Resolution.OURS).state())
                    .isIn(DeliveryState.DONE, DeliveryState.SUPERSEDED);
            a.run(b);

            assertThat(b.get(item.id()).values().get("title")).contains("Edit 4");
            assertThat(a.open()).isZero();
        }
    }
}
