package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.exchange.ClientOptions;
import dev.synchronizer.exchange.EndpointOptions;
import dev.synchronizer.exchange.ExchangeClient;
import dev.synchronizer.exchange.ExchangeException;
import dev.synchronizer.exchange.ExchangeServer;
import dev.synchronizer.exchange.Peer;
import dev.synchronizer.exchange.Secret;
import dev.synchronizer.exchange.ServerOptions;
import dev.synchronizer.exchange.TlsFiles;
import dev.synchronizer.staging.DeliveryException;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.staging.Staging;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.ServerChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H: over HTTP, what is damaged or too large concerns itself alone, and servers are reached as applications say. */
class H1WiresTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String OTHER = "fedcba9876543210fedcba9876543210";

    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
    }

    private Site receiver(Product product, Consumer<SynchronizerBuilder> more) {
        Site site = Site.start(
                product,
                builder -> more.accept(builder.serverName("public").stagingSecret("editors", () -> SECRET)),
                models());
        staging(site).servers().save("Bob", ServerChannel.sender("editors").withSecret("env:NONE"));
        return site;
    }

    private Site sender(Product product, ExchangeServer server, Consumer<SynchronizerBuilder> more) {
        Site site = Site.start(product, builder -> more.accept(builder.serverName("editors")), models());
        staging(site)
                .servers()
                .save(
                        "Ada",
                        ServerChannel.target("public", server.uri().toString())
                                .withSecret("file:" + folder.resolve("secret")));
        return site;
    }

    private void secret(String secret) throws Exception {
        Files.writeString(folder.resolve("secret"), secret);
    }

    private static Staging staging(Site site) {
        return site.synchronizer().staging();
    }

    private static List<StagedTask> tasks(Site site) {
        return staging(site).tasks(Optional.of("public"), Set.of(), 0, 10);
    }

    private static String shipment(StagedTask task, String policy) {
        return ("{'task':1,'key':'" + task.task().key()
                                + "','name':'One','operation':'CREATE','actor':'Ada','passed':['"
                                + task.task().passed().get(0) + "'],'changes':['"
                                + task.task().changes().get(0)
                                + "'],'policy':'" + policy + "','payload':")
                        .replace('\'', '"')
                + task.task().payload() + "}";
    }

    @OnEveryDatabase
    void whatCannotBeReadIsRefusedInItsPlaceAndTheOthersAreTakenIn(Product product) throws Exception {
        secret(SECRET);
        try (Site b = receiver(product, builder -> {});
                ExchangeServer server = b.synchronizer().serveStaging(ServerOptions.standard());
                Site a = sender(product, server, builder -> {})) {
            a.create("Article", "One");
            a.create("Article", "Two");
            a.create("Article", "Three");
            List<StagedTask> tasks = tasks(a);
            String self = staging(a).receiving().identity();
            ExchangeClient client = new ExchangeClient(
                    "editors", new Peer("public", server.uri(), Secret.of(SECRET)), ClientOptions.standard());

            String answer = send(
                    client,
                    "{\"sender\":\"" + self + "\",\"shipments\":["
                            + shipment(tasks.get(0), "HOLD") + "," + shipment(tasks.get(1), "LATEST") + ","
                            + shipment(tasks.get(2), "HOLD") + "]}");

            assertThat(answer).containsSubsequence("\"APPLIED\"", "\"REFUSED\"", "cannot read it", "\"APPLIED\"");
            assertThat(b.items().count(dev.synchronizer.content.ItemQuery.all()))
                    .isEqualTo(2);
            assertThatThrownBy(() -> send(client, "no JSON at all"))
                    .isInstanceOfSatisfying(
                            ExchangeException.class,
                            e -> assertThat(e.kind()).isEqualTo(ExchangeException.Kind.REFUSED))
                    .hasMessageContaining("cannot read what it is asked");
        }
    }

    private static String send(ExchangeClient client, String body) {
        return new String(client.send(body.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @OnEveryDatabase
    void whatWasLoggedAndCannotBeReadAnyMoreHoldsUpNoOther(Product product) throws Exception {
        secret(SECRET);
        try (Site b = receiver(product, builder -> {});
                ExchangeServer server = b.synchronizer().serveStaging(ServerOptions.standard());
                Site a = sender(product, server, builder -> {})) {
            a.create("Article", "One");
            a.create("Article", "Two");
            a.database()
                    .execute("update ct_task set payload = '{' where id = "
                            + tasks(a).get(0).task().id());

            staging(a).runAll("public", result -> {});

            assertThat(tasks(a))
                    .extracting(task -> task.delivery().state())
                    .containsExactly(DeliveryState.RETRY, DeliveryState.DONE);
            assertThat(tasks(a).get(0).answer().orElseThrow().message().orElseThrow())
                    .contains("cannot be read; drop it");
        }
    }

    @OnEveryDatabase
    void nobodyTakesTheIdentityOfAnotherServer(Product product) throws Exception {
        secret(SECRET);
        try (Site b = receiver(product, builder -> {});
                ExchangeServer server = b.synchronizer().serveStaging(ServerOptions.standard());
                Site a = sender(product, server, builder -> {})) {
            String self = staging(a).receiving().identity();
            staging(b)
                    .servers()
                    .save("Bob", ServerChannel.target("press", "dir:" + folder).known(self));

            assertThatThrownBy(() -> staging(a).test("public"))
                    .isInstanceOf(DeliveryException.class)
                    .hasMessageContaining("has the identity of press");

            staging(b).servers().remove("Bob", "press");
            assertThat(staging(a).test("public"))
                    .isEqualTo(staging(b).receiving().identity());
            assertThat(staging(b).servers().get("editors").server()).isEqualTo(self);
        }
    }

    @Test
    void aSecretThatIsChangedIsUsedFromThenOn() throws Exception {
        secret(OTHER);
        try (Site b = receiver(Product.H2, builder -> {});
                ExchangeServer server = b.synchronizer().serveStaging(ServerOptions.standard());
                Site a = sender(Product.H2, server, builder -> {})) {
            assertThatThrownBy(() -> staging(a).test("public")).hasMessageContaining("401");

            secret(SECRET);

            assertThat(staging(a).test("public"))
                    .isEqualTo(staging(b).receiving().identity());
        }
    }

    @Test
    void anApplicationSaysHowMuchIsTakenAtOnceAndHowOthersAreTrusted() throws Exception {
        secret(SECRET);
        TlsFiles tls = TlsFiles.in(folder);
        EndpointOptions small = EndpointOptions.standard().bodyLimit(2_000).path("/elsewhere");
        try (Site b = receiver(Product.H2, builder -> builder.stagingEndpoint(small));
                ExchangeServer server =
                        b.synchronizer().serveStaging(ServerOptions.standard().tls(tls.server()));
                Site a = sender(
                        Product.H2,
                        server,
                        builder -> builder.stagingClient(
                                ClientOptions.standard().path("/elsewhere").tls(tls.client())))) {
            for (int item = 0; item < 8; item++) {
                a.create("Article", "Item " + item);
            }
            a.items()
                    .create(
                            "Ada",
                            dev.synchronizer.content.NewItem.of("Article", "Large")
                                    .with("title", "x".repeat(1_900)));

            staging(a).runAll("public", result -> {});

            assertThat(server.uri().getScheme()).isEqualTo("https");
            assertThat(b.items().count(dev.synchronizer.content.ItemQuery.all()))
                    .isEqualTo(8);
            assertThat(staging(a).tasks(Optional.of("public"), Set.of(DeliveryState.RETRY), 0, 10))
                    .singleElement()
                    .satisfies(task -> assertThat(
                                    task.answer().orElseThrow().message().orElseThrow())
                            .contains("too large")
                            .contains("2000"));
            assertThat(b.synchronizer().stagingEndpoint().path()).isEqualTo("/elsewhere");
        }
    }
}
