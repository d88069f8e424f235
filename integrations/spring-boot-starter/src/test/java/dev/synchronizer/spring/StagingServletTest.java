package dev.synchronizer.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.content.Items;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.PostgresServer;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.databases.TestServer;
import dev.synchronizer.exchange.ClientOptions;
import dev.synchronizer.exchange.ExchangeClient;
import dev.synchronizer.exchange.ExchangeException;
import dev.synchronizer.exchange.Peer;
import dev.synchronizer.exchange.Secret;
import dev.synchronizer.spring.site.Article;
import dev.synchronizer.spring.site.Teaser;
import dev.synchronizer.staging.Staging;
import dev.synchronizer.task.ServerChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** H: two applications tell each other, one of them by an endpoint in its own web server. */
class StagingServletTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    static Stream<Named<TestServer>> servers() {
        return Stream.of(Named.of("H2", new H2Server()), Named.of("PostgreSQL", new PostgresServer()));
    }

    private static RunningSite open(TestDatabase database, String... more) {
        String[] all = Stream.concat(
                        Stream.of(
                                "synchronizer.staging.endpoint=true",
                                "synchronizer.staging.server-name=public",
                                "synchronizer.staging.secrets.editors=" + SECRET),
                        Stream.of(more))
                .toArray(String[]::new);
        RunningSite site = RunningSite.start(database, all);
        staging(site).servers().save("Bob", ServerChannel.sender("editors").withSecret("env:NONE"));
        return site;
    }

    private static Staging staging(RunningSite site) {
        return site.context().getBean(Staging.class);
    }

    private static int port(RunningSite site) {
        return Integer.parseInt(site.context().getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatOneApplicationSavesReachesTheOther(TestServer server) {
        Article opening = new Article("Opening", new Teaser("Soon"));
        try (RunningSite there = open(server.prepared(), "server.servlet.context-path=/cms");
                RunningSite here = RunningSite.start(
                        server.prepared(),
                        "synchronizer.staging.server-name=editors",
                        "synchronizer.staging.secrets.public=" + SECRET,
                        "synchronizer.staging.auto-sync=public",
                        "synchronizer.staging.run-tasks=true",
                        "synchronizer.staging.task-interval=20ms")) {
            staging(here)
                    .servers()
                    .save(
                            "Ada",
                            ServerChannel.target("public", "http://127.0.0.1:" + port(there) + "/cms")
                                    .withSecret("env:NONE"));

            UUID id = here.context()
                    .getBean(Items.class)
                    .create("Ada", "Opening", opening)
                    .id();

            Items items = there.context().getBean(Items.class);
            await(() -> items.find(id).isPresent());
            assertThat(items.get(id, Article.class)).isEqualTo(opening);
            assertThat(here.context().getBean(TasksInLife.class).isRunning()).isTrue();
        }
    }

    @Test
    void whoIsNotProvenIsNotHeardAndNothingElseIsThere() {
        try (RunningSite there = open(new H2Server().prepared())) {
            String path = "/synchronizer/staging/1";

            assertThat(there.get(path).status()).isEqualTo(405);
            assertThat(there.postJson(path).status()).isEqualTo(401);
            assertThat(there.postJson(path + "?a=b").status()).isEqualTo(404);
            assertThat(there.post(path).status()).isEqualTo(415);
            ExchangeClient stranger = new ExchangeClient(
                    "stranger",
                    new Peer("public", URI.create("http://127.0.0.1:" + port(there)), Secret.of(SECRET)),
                    ClientOptions.standard());
            assertThatThrownBy(() -> stranger.send(new byte[2]))
                    .isInstanceOf(ExchangeException.class)
                    .hasMessageContaining("401");
        }
    }

    @Test
    void whereNobodyWantsItThereIsNoEndpoint() {
        try (RunningSite site = RunningSite.start(new H2Server().prepared())) {
            assertThat(site.context().getBeansOfType(StagingServlet.class)).isEmpty();
            assertThat(site.context().getBeansOfType(TasksInLife.class)).isEmpty();
        }
    }

    @Test
    void aBodyThatIsTooLargeIsNotRead() throws Exception {
        try (RunningSite there = open(new H2Server().prepared(), "server.tomcat.max-swallow-size=0");
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(there))) {
            send(socket, head(17 * 1024 * 1024L, "0".repeat(64)));

            assertThat(firstLine(socket)).contains(" 413 ");
        }
    }

    @Test
    void aBodyThatDripsIsEnded() throws Exception {
        try (RunningSite there = open(
                        new H2Server().prepared(),
                        "synchronizer.staging.body-time=300ms",
                        "server.tomcat.max-swallow-size=0");
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(there))) {
            byte[] body = "x".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            send(socket, head(body.length, digest));

            int sent = 0;
            while (socket.getInputStream().available() == 0 && sent < 2_000) {
                send(socket, "x");
                sent++;
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }

            assertThat(sent).as("bytes that dripped").isBetween(5, 1_999);
            assertThat(firstLine(socket)).contains(" 400 ");
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String firstLine(Socket socket) throws IOException {
        socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
        byte[] some = new byte[40];
        int read = socket.getInputStream().readNBytes(some, 0, some.length);
        return new String(some, 0, read, StandardCharsets.US_ASCII)
                .lines()
                .findFirst()
                .orElse("");
    }

    /** The head of a request of an accepted server, signed by hand as the page on the protocol says. */
    private static String head(long length, String digest) throws Exception {
        String path = "/synchronizer/staging/1";
        String time = Long.toString(System.currentTimeMillis());
        String nonce = UUID.randomUUID().toString().replace("-", "");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String text =
                String.join("\n", "synchronizer-request/1", "POST", path, "editors", "public", time, nonce, digest);
        String signature = HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        return String.join(
                "\r\n",
                "POST " + path + " HTTP/1.1",
                "Host: 127.0.0.1",
                "Content-Type: application/json",
                "Content-Length: " + length,
                "Synchronizer-Sender: editors",
                "Synchronizer-Receiver: public",
                "Synchronizer-Timestamp: " + time,
                "Synchronizer-Nonce: " + nonce,
                "Synchronizer-Digest: " + digest,
                "Synchronizer-Signature: " + signature,
                "",
                "");
    }
}
