package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.store.DeliveryState;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** H: what is saved on one server reaches another one, with effect once. */
class H1StagingTest {
    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title") + property("String", "teaser")
                        + "}");
    }

    @OnEveryDatabase
    void whatIsSavedReachesTheOtherServer(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            a.tells(b);
            Item item = a.create("Article", "One");
            assertThat(b.items()).isEmpty();

            assertThat(a.run(b).count(DeliveryState.DONE)).isEqualTo(1);

            assertThat(b.get(item.id()).values()).isEqualTo(item.values());
            assertThat(b.get(item.id()).name()).isEqualTo("One");
            assertThat(a.open()).isZero();
        }
    }

    @OnEveryDatabase
    void ofThreeEditsThatWaitOneIsSent(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            a.tells(b);
            Item item = a.create("Article", "One");
            a.run(b);
            for (String title : new String[] {"Two", "Three", "Four"}) {
                item = a.site().items().save("Ada", item.with("title", title));
            }

            assertThat(a.run(b).count(DeliveryState.DONE)).isEqualTo(1);

            assertThat(b.get(item.id()).values()).isEqualTo(item.values());
            assertThat(b.get(item.id()).revision()).isEqualTo(2);
            assertThat(a.tasks(DeliveryState.SUPERSEDED)).hasSize(2);
            assertThat(a.open()).isZero();
        }
    }
}
