package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.integration.ConnectorTaskFilter;
import dev.synchronizer.integration.IncomingTask;
import dev.synchronizer.integration.Subscription;
import dev.synchronizer.integration.Subscription.Form;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.AutoSync;
import dev.synchronizer.task.ConflictPolicy;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

/** H: servers and connectors, one beside the other. */
class H2ServersTest {
    @TempDir
    Path folder;

    private final OtherSystem crm = new OtherSystem("crm", Subscription.to(Form.SIMPLE));
    private final OtherSystem shop = new OtherSystem("shop", Subscription.to(Form.SIMPLE));

    private static void receive(Server server, String id, String payload) {
        server.site().synchronizer().integration().receive("crm", new IncomingTask(id, "a-1", "save", payload));
    }

    private static void run(Server server, OtherSystem system) {
        server.site().synchronizer().integration().runAll(system.name(), task -> {});
    }

    @OnEveryDatabase
    void whatASystemBringsInReachesServersAndTheirConnectors(Product product) {
        try (Servers servers = new Servers()) {
            Path models = Connected.articles(folder);
            Server a = servers.start("a", product, builder -> builder.connector(crm), models);
            Server b = servers.start("b", product, builder -> builder.connector(shop), models);
            a.tells(b);
            receive(a, "1", "One");
            run(a, crm);
            assertThat(a.run(b).count(DeliveryState.DONE)).isEqualTo(1);
            run(b, shop);

            assertThat(b.items()).extracting(Item::name).containsExactly("One");
            assertThat(shop.heard()).containsExactly("CREATE One");
            assertThat(crm.heard()).isEmpty();
        }
    }

    @OnEveryDatabase
    void whatASystemBringsInCountsAsChangedHere(Product product) {
        HandClock clock = HandClock.at("2026-03-01T08:00:00Z");
        try (Servers servers = new Servers()) {
            Path models = Connected.articles(folder);
            Server a =
                    servers.start("a", product, builder -> builder.clock(clock).connector(crm), models);
            Server b = servers.start("b", product, builder -> builder.clock(clock), models);
            a.tells(b, target -> target.on(ConflictPolicy.NEWEST));
            b.tells(a, target -> target.on(ConflictPolicy.NEWEST));
            receive(a, "1", "One");
            run(a, crm);
            a.run(b);
            clock.set("2026-03-01T09:00:00Z");
            Item there = b.items().get(0);
            b.site().items().save("Bob", there.with("title", "of b"));
            clock.set("2026-03-01T10:00:00Z");
            receive(a, "2", "Two");
            run(a, crm);
            a.run(b);
            b.run(a);

            for (Server server : new Server[] {a, b}) {
                assertThat(server.get(there.id()).get("title"))
                        .as(server.name())
                        .contains("Two");
            }
        }
    }

    @OnEveryDatabase
    void inTheBackgroundWhatComesIsDoneAndWhatIsSavedIsToldAtOnce(Product product) {
        try (Site site = Site.start(
                product,
                builder -> builder.taskInterval(Duration.ofMillis(20))
                        .taskHandler(AutoSync.everywhere())
                        .connector(crm)
                        .connector(shop),
                Connected.articles(folder))) {
            site.synchronizer().integration().receive("crm", new IncomingTask("1", "a-1", "save", "One"));

            Until.isSo(() -> shop.heard().contains("CREATE One"));
            Until.isSo(() -> site.synchronizer().integration().tasks(ConnectorTaskFilter.all(), 0, 10).stream()
                    .allMatch(task -> task.isDone()));
            assertThat(crm.heard()).isEmpty();
        }
    }
}
