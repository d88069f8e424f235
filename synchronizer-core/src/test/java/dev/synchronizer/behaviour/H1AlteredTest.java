package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.TaskKey;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** H: what a server makes of what comes, and what comes to nothing on one server and not on the next one. */
class H1AlteredTest {
    @TempDir
    Path folder;

    private final Listener teaser = Listener.of("teaser")
            .onSaving(event ->
                    event.set("teaser", "Of " + event.after().get("title").orElse("nothing")));

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title") + property("String", "teaser")
                        + property("String", "body") + "}");
    }

    private static void save(Server server, Item item, String property, String value) {
        server.site().items().save("Ada", server.get(item.id()).with(property, value));
    }

    private static Object held(Server server, Item item, String property) {
        return server.get(item.id()).values().get(property).orElse("");
    }

    @OnEveryDatabase
    void whatAHandlerThereSetsIsNoConflictWithTheNextEdit(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, builder -> builder.saveHandler(teaser), models());
            a.tells(b);
            Item item = a.create("Article", "One");
            assertThat(a.run(b).count(DeliveryState.DONE)).isEqualTo(1);
            assertThat(held(b, item, "teaser")).isEqualTo("Of One");

            save(a, item, "title", "Two");
            assertThat(a.run(b).count(DeliveryState.DONE)).isEqualTo(1);
            save(a, item, "body", "Three");
            assertThat(a.run(b).count(DeliveryState.DONE)).isEqualTo(1);

            assertThat(held(b, item, "title")).isEqualTo("Two");
            assertThat(held(b, item, "teaser")).isEqualTo("Of Two");
            assertThat(held(b, item, "body")).isEqualTo("Three");
            assertThat(held(a, item, "teaser")).isEqualTo("");

            save(b, item, "body", "By Bob");
            save(a, item, "title", "Four");
            assertThat(a.run(b).count(DeliveryState.CONFLICT)).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void whoGotTheChangeByAnotherWayLearnsWhatAHandlerHasSet(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, builder -> builder.saveHandler(teaser), models());
            Server d = servers.start("d", product, models());
            a.tells(d, target -> target.on(ConflictPolicy.NEWEST));
            a.tells(b, target -> target.on(ConflictPolicy.NEWEST));
            b.tells(d, target -> target.on(ConflictPolicy.NEWEST));
            Item item = a.create("Article", "One");
            a.run(d);
            a.run(b);

            b.run(d);

            assertThat(held(d, item, "teaser")).isEqualTo("Of One");
        }
    }

    @OnEveryDatabase
    void whatComesToNothingOnOneServerReachesTheNextOne(Product product) {
        for (ConflictPolicy policy : new ConflictPolicy[] {ConflictPolicy.HOLD, ConflictPolicy.NEWEST}) {
            try (Servers servers = new Servers()) {
                Server a = servers.start("a", product, models());
                Server b = servers.start("b", product, models());
                Server c = servers.start("c", product, models());
                a.tells(b, target -> target.on(policy));
                b.tells(c, target -> target.on(policy));
                c.tells(a, target -> target.on(policy));
                Item item = c.create("Article", "One");
                c.run(a);
                a.site().items().delete("Ada", item.id());
                a.site().items().purge("Ada", item.id());

                a.run(b);
                b.run(c);

                assertThat(c.site().items().find(item.id())).as(policy.name()).isEmpty();
                assertThat(c.open() + a.open() + b.open()).isZero();
            }
        }
    }

    @OnEveryDatabase
    void whatNobodyHasStampedGoesAsItIsToldAnew(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            a.tells(b, target -> target.on(ConflictPolicy.NEWEST));
            Item item = a.create("Article", "One");
            a.run(b);
            save(b, item, "title", "By Bob");
            save(b, item, "body", "By Bob");
            a.site().database().execute("delete from ct_stamp");
            b.site().database().execute("delete from ct_stamp");

            a.staging().enqueue("Ada", Set.of(TaskKey.item(item.id())), Optional.of("b"));
            a.run(b);

            assertThat(b.get(item.id()).values()).isEqualTo(a.get(item.id()).values());
        }
    }
}
