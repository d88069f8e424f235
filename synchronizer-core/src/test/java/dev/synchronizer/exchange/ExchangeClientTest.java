package dev.synchronizer.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.exchange.ExchangeException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever sends something knows afterwards. */
@Timeout(180)
class ExchangeClientTest {
    private static final byte[] BODY = RawRequest.BODY;

    private final LoggedLines log = new LoggedLines();
    private final Receiver receiver = new Receiver();
    private final ClientOptions options =
            ClientOptions.standard().limit(Receiver.LIMIT).clock(receiver.clock);

    @AfterEach
    void close() {
        receiver.close();
        log.close();
    }

    @Test
    void aRequestIsAnswered() {
        assertThat(text(client(receiver.server.uri()).send(BODY))).isEqualTo("{\"bytes\":10}");
        assertThat(receiver.asked).containsExactly("editorial {\"task\":1}");
    }

    @Test
    void anEmptyAnswerIsOne() {
        receiver.exchange = (sender, body) -> new byte[0];

        assertThat(client(receiver.server.uri()).send(new byte[0])).isEmpty();
    }

    @Test
    void eachRequestIsAnotherOne() {
        ExchangeClient client = client(receiver.server.uri());

        client.send(BODY);
        client.send(BODY);

        assertThat(receiver.asked).hasSize(2);
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(failure(client(URI.create("http://127.0.0.1:" + port)), Kind.NOT_DELIVERED))
                .contains("public at http://127.0.0.1:" + port)
                .contains("the connection was refused; see that it is running");
    }

    @Test
    void theHostIsUnknown() {
        assertThat(failure(client(URI.create("http://no-such-host.invalid:8080")), Kind.NOT_DELIVERED))
                .contains("public at http://no-such-host.invalid:8080")
                .contains("the host is unknown");
    }

    @Test
    void theSecretIsAnotherOne() {
        Peer peer = new Peer("public", receiver.server.uri(), Secret.of("x".repeat(32)));

        assertThat(failure(new ExchangeClient("editorial", peer, options), Kind.REFUSED))
                .contains("401")
                .contains("names, secrets and clocks have to agree");
        assertThat(receiver.asked).isEmpty();
    }

    @Test
    void thePathIsAnotherOne() {
        Peer peer = new Peer("public", receiver.server.uri(), RawRequest.SECRET);

        assertThat(failure(new ExchangeClient("editorial", peer, options.path("/elsewhere")), Kind.REFUSED))
                .contains("404");
    }

    @Test
    void aPrefixThatSomebodyInBetweenTakesAwayIsNotSigned() throws IOException {
        try (Pretender proxy = new Pretender((exchange, body) -> {
            ExchangeAnswer answer = receiver.endpoint.answer(new ExchangeRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString().substring("/cms".length()),
                    exchange.getRequestHeaders(),
                    body.length,
                    new java.io.ByteArrayInputStream(body),
                    "proxy"));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            Pretender.send(exchange, answer.status(), answer.body());
        })) {
            assertThat(client(proxy.uri().resolve("/cms/")).send(BODY)).isNotEmpty();
            assertThat(proxy.paths).containsExactly("/cms/synchronizer/staging/1");
        }
    }

    @Test
    void aLargeBodyIsNotSent() {
        assertThatThrownBy(() -> client(receiver.server.uri()).send(new byte[Receiver.LIMIT + 1]))
                .isInstanceOfSatisfying(
                        ExchangeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE))
                .hasMessageContaining("has 1001 bytes, and may have 1000; send less at once");
        assertThat(log.warnings()).isEmpty();
    }

    @Test
    void whatTheOtherSideRefusesIsToldWithItsReason() {
        receiver.exchange = (sender, body) -> {
            throw new RefusedException("nobody here \"knows\" that", null);
        };

        assertThat(failure(client(receiver.server.uri()), Kind.REFUSED))
                .contains("400")
                .contains("nobody here")
                .contains("knows");
        assertThat(log.warnings()).singleElement().asString().contains("knows");
    }

    @Test
    void whatFailsAtTheOtherSideIsUncertain() {
        receiver.exchange = (sender, body) -> {
            throw new IllegalStateException("half of it is done");
        };

        assertThat(failure(client(receiver.server.uri()), Kind.UNCERTAIN))
                .contains("it answered 500")
                .doesNotContain("half of it");
        assertThat(log.all()).contains("half of it is done");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 409, 500, 502, 503})
    void whatNobodyHasSignedMayHaveBeenDone(int status) throws IOException {
        try (Pretender pretender = new Pretender((exchange, body) -> Pretender.send(exchange, status, new byte[0]))) {
            failure(client(pretender.uri()), Kind.UNCERTAIN);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 413, 429, 301, 302, 307, 308})
    void whatIsRefusedWasNotDone(int status) throws IOException {
        try (Pretender pretender = new Pretender((exchange, body) -> Pretender.send(exchange, status, new byte[0]))) {
            failure(client(pretender.uri()), status == 413 ? Kind.TOO_LARGE : Kind.REFUSED);
            assertThat(pretender.paths).hasSize(1);
        }
    }

    @Test
    void redirectsAreNotFollowed() throws IOException {
        try (Pretender pretender = new Pretender((exchange, body) -> {
            exchange.getResponseHeaders().set("Location", receiver.server.uri() + SignedEndpoint.PATH);
            Pretender.send(exchange, 307, new byte[0]);
        })) {
            assertThat(failure(client(pretender.uri()), Kind.REFUSED))
                    .contains("it redirects to http://127.0.0.1:" + receiver.server.port());
            assertThat(receiver.asked).isEmpty();
        }
    }

    @Test
    void anAnswerThatDripsIsNotWaitedForWithoutAnEnd() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (Pretender pretender = new Pretender((exchange, body) -> {
            exchange.sendResponseHeaders(200, 900);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            await(over);
        })) {
            ExchangeClient client = client(pretender.uri(), options.answerTime(Duration.ofMillis(500)));
            assertThat(failure(client, Kind.UNCERTAIN)).contains("it took more than 500 ms");
            over.countDown();
        }
    }

    @Test
    void aConnectionThatIsLostLeavesItUncertain() throws IOException {
        try (Pretender pretender = new Pretender((exchange, body) -> exchange.close())) {
            failure(client(pretender.uri()), Kind.UNCERTAIN);
            assertThat(pretender.paths).hasSize(1);
        }
    }

    @Test
    void aPeerThatIsSilentLeavesItUncertain() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Socket> accepted = CompletableFuture.supplyAsync(() -> accept(silent));
            URI uri = URI.create("http://127.0.0.1:" + silent.getLocalPort());

            failure(client(uri, options.answerTime(Duration.ofMillis(500))), Kind.UNCERTAIN);

            accepted.join().close();
        }
    }

    @Test
    void anInterruptIsKept() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch there = new CountDownLatch(1);
        try (Pretender pretender = new Pretender((exchange, body) -> {
            there.countDown();
            await(over);
        })) {
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Thread sender = new Thread(() -> {
                failure(client(pretender.uri()), Kind.UNCERTAIN);
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
            sender.start();
            assertThat(there.await(60, TimeUnit.SECONDS)).isTrue();

            sender.interrupt();

            assertThat(interrupted.get(60, TimeUnit.SECONDS)).isTrue();
            over.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org",
                "file:///etc/passwd",
                "example.org:80",
                "http:///nowhere",
                "http://example.org:65536",
                "http://user:geheim@example.org",
                "http://example.org?token=geheim",
                "http://example.org#geheim"
            })
    void onlyAddressesOfHttpAreTaken(String address) {
        assertThatThrownBy(() -> new Peer("public", URI.create(address), RawRequest.SECRET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the address of public ")
                .hasMessageNotContaining("geheim");
    }

    private ExchangeClient client(URI address) {
        return client(address, options);
    }

    private static ExchangeClient client(URI address, ClientOptions options) {
        return new ExchangeClient("editorial", new Peer("public", address, RawRequest.SECRET), options);
    }

    private static String failure(ExchangeClient client, Kind kind) {
        ExchangeException failure = catchThrowableOfType(ExchangeException.class, () -> client.send(BODY));
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
        return String.valueOf(failure.getMessage());
    }

    private static Socket accept(ServerSocket server) {
        try {
            return server.accept();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
