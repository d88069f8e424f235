package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.exchange.ExchangeServer;
import dev.synchronizer.exchange.ServerOptions;
import dev.synchronizer.staging.DeliveryException;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.AutoSync;
import dev.synchronizer.task.ServerChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** H: two servers tell each other over HTTP, and nobody else is heard. */
class H1HttpTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
    }

    private Site start(Product product, String name, String other, String secret) {
        return Site.start(product, builder -> builder.serverName(name).stagingSecret(other, () -> secret), models());
    }

    private static ServerChannel target(ExchangeServer server, String name) {
        return ServerChannel.target(name, server.uri().toString()).withSecret("env:NONE");
    }

    private static void accept(Synchronizer synchronizer, String name) {
        synchronizer.staging().servers().save("Ada", ServerChannel.sender(name).withSecret("env:NONE"));
    }

    @OnEveryDatabase
    void whatIsSavedReachesTheOtherServerAtOnce(Product product) {
        try (Site b = start(product, "public", "editors", SECRET);
                Site a = Site.start(
                        product,
                        builder -> builder.serverName("editors")
                                .stagingSecret("public", () -> SECRET)
                                .taskInterval(Duration.ofMillis(10))
                                .taskHandler(AutoSync.on("public")),
                        models());
                ExchangeServer server = b.synchronizer().serveStaging(ServerOptions.standard())) {
            accept(b.synchronizer(), "editors");
            a.synchronizer().staging().servers().save("Ada", target(server, "public"));

            UUID item = a.items()
                    .create("Ada", NewItem.of("Article", "One").with("title", "Hello"))
                    .id();

            Until.isSo(() -> b.items().find(item).isPresent());
            Item there = b.items().get(item);
            assertThat(there.values().get("title")).contains("Hello");
            assertThat(there.createdBy()).isEqualTo("Ada");
        }
    }

    @OnEveryDatabase
    void whoHasAnotherSecretOrIsNotAcceptedIsNotHeard(Product product) {
        try (Site b = start(product, "public", "editors", SECRET);
                Site a = start(product, "editors", "public", "fedcba9876543210fedcba9876543210");
                ExchangeServer server = b.synchronizer().serveStaging(ServerOptions.standard())) {
            a.synchronizer().staging().servers().save("Ada", target(server, "public"));
            a.create("Article", "One");

            assertThatThrownBy(() -> a.synchronizer().staging().test("public"))
                    .isInstanceOf(DeliveryException.class)
                    .hasMessageContaining("401");
            accept(b.synchronizer(), "editors");
            a.synchronizer().staging().runAll("public", result -> {});

            assertThat(b.items().count(dev.synchronizer.content.ItemQuery.all()))
                    .isZero();
            assertThat(a.synchronizer().staging().tasks(Optional.of("public"), Set.of(DeliveryState.RETRY), 0, 10))
                    .hasSize(1)
                    .allSatisfy(task -> assertThat(task.toString()).doesNotContain("fedcba"));
        }
    }

    @OnEveryDatabase
    void aServerThatIsNotTheOneThatItWasIsNotHeard(Product product) {
        try (Site b = start(product, "public", "editors", SECRET);
                Site a = start(product, "editors", "public", SECRET);
                Site other = start(product, "editors", "public", SECRET);
                ExchangeServer server = b.synchronizer().serveStaging(ServerOptions.standard())) {
            accept(b.synchronizer(), "editors");
            a.synchronizer().staging().servers().save("Ada", target(server, "public"));
            other.synchronizer().staging().servers().save("Ada", target(server, "public"));

            assertThat(a.synchronizer().staging().test("public"))
                    .isEqualTo(b.synchronizer().staging().receiving().identity());
            assertThatThrownBy(() -> other.synchronizer().staging().test("public"))
                    .isInstanceOf(DeliveryException.class);
        }
    }
}
