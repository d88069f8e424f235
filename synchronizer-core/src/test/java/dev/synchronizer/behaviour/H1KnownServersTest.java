package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.exchange.ExchangeServer;
import dev.synchronizer.exchange.ServerOptions;
import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.RunSummary;
import dev.synchronizer.task.ServerChannel;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;

/** H: servers come to be known, and go, without holding up anybody or leaving anything behind. */
class H1KnownServersTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
    }

    /** Takes as long over an item named so as a test wants it to. */
    private static final class Slow implements SaveHandler {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public Serves serves() {
            return Serves.stores("main");
        }

        @Override
        public void saving(SavingEvent event) {
            if (event.subject().name().equals("Slow")) {
                begun.countDown();
                try {
                    assertThat(end.await(2, TimeUnit.MINUTES)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    @OnEveryDatabase
    void whoAServerIsComesToBeKnownWithoutWaitingForSaves(Product product) throws Exception {
        Slow slow = new Slow();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, builder -> builder.saveHandler(slow), models());
            Server b = servers.start("b", product, models());
            b.staging().receiving().identity();
            a.staging().servers().save("Ada", ServerChannel.target("b", "local:b"));
            a.create("Article", "One");
            // From now on b knows a, which has nothing to do with what is shown.
            b.staging()
                    .servers()
                    .save(
                            "Bob",
                            ServerChannel.target("a", "local:a")
                                    .known(a.staging().receiving().identity()));
            Future<?> save = threads.submit(() -> a.create("Article", "Slow"));
            assertThat(slow.begun.await(1, TimeUnit.MINUTES)).isTrue();

            try {
                Future<RunSummary> told = threads.submit(() -> a.run(b));

                assertThat(told.get(20, TimeUnit.SECONDS).count(DeliveryState.DONE))
                        .isEqualTo(1);
                assertThat(a.staging().servers().get("b").server())
                        .isEqualTo(b.staging().receiving().identity());
            } finally {
                slow.end.countDown();
                save.get(1, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @OnEveryDatabase
    void aServerGoesTogetherWithWhatWasOnItsWayToIt(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            a.tells(b);
            a.create("Article", "One");
            a.create("Article", "Two");

            assertThat(a.staging().servers().remove("Ada", "b")).isEqualTo(2);

            assertThat(a.tasks(DeliveryState.DROPPED)).hasSize(2);
            assertThat(a.open()).isZero();
            a.tells(b);
            a.create("Article", "Three");
            a.run(b);
            assertThat(b.items())
                    .singleElement()
                    .satisfies(item -> assertThat(item.name()).isEqualTo("Three"));
        }
    }

    @OnEveryDatabase
    void anAcceptedServerWithoutItsSecretIsAsUnknownAsAStranger(Product product) {
        try (Site b = Site.start(product, builder -> builder.serverName("public"), models());
                ExchangeServer server = b.synchronizer().serveStaging(ServerOptions.standard());
                Site a = Site.start(
                        product,
                        builder -> builder.serverName("editors").stagingSecret("public", () -> SECRET),
                        models())) {
            b.synchronizer()
                    .staging()
                    .servers()
                    .save("Bob", ServerChannel.sender("editors").withSecret("file:" + folder.resolve("none")));
            a.synchronizer()
                    .staging()
                    .servers()
                    .save(
                            "Ada",
                            ServerChannel.target("public", server.uri().toString())
                                    .withSecret("env:NONE"));

            assertThatThrownBy(() -> a.synchronizer().staging().test("public"))
                    .hasMessageContaining("401 {\"refused\":\"names, secrets and clocks have to agree");
        }
    }
}
