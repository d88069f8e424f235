package dev.synchronizer.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.exchange.ExchangeException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Over real TLS. */
@Timeout(180)
class TlsTest {
    private final LoggedLines log = new LoggedLines();
    private TlsFiles tls;
    private Receiver receiver;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        tls = TlsFiles.in(folder);
        receiver = new Receiver(
                "public", options -> options.tls(tls.server()).threads(2, 20).requestTime(Duration.ofMillis(2000)));
    }

    @AfterEach
    void close() {
        receiver.close();
        log.close();
    }

    @Test
    void aRequestIsAnswered() {
        assertThat(receiver.server.uri().getScheme()).isEqualTo("https");
        ExchangeClient client =
                client(receiver.server.uri(), ClientOptions.standard().tls(tls.client()));

        for (int i = 1; i <= 3; i++) {
            assertThat(new String(client.send(RawRequest.BODY), StandardCharsets.UTF_8))
                    .isEqualTo("{\"bytes\":10}");
        }

        assertThat(receiver.asked).hasSize(3);
    }

    @Test
    void aCertificateThatIsNotTrustedEndsItBeforeAnythingIsSent() {
        assertThat(failure(client(receiver.server.uri(), ClientOptions.standard()), Kind.NOT_DELIVERED))
                .contains("TLS failed")
                .contains("that its certificate is trusted here");
        assertThat(receiver.asked).isEmpty();
    }

    @Test
    void aCertificateOfAnotherHostEndsItBeforeAnythingIsSent() {
        URI other = URI.create("https://127.0.0.2:" + receiver.server.port());
        assertThat(failure(client(other, ClientOptions.standard().tls(tls.client())), Kind.NOT_DELIVERED))
                .isNotEmpty();
        assertThat(receiver.asked).isEmpty();
    }

    @Test
    void aPeerWithoutTlsGetsNothing() {
        try (Receiver plain = new Receiver()) {
            URI uri = URI.create("https://127.0.0.1:" + plain.server.port());
            ClientOptions options = ClientOptions.standard().tls(tls.client()).connectTime(Duration.ofSeconds(1));
            assertThat(failure(client(uri, options), Kind.NOT_DELIVERED))
                    .contains("that both speak TLS or neither does");
            assertThat(plain.asked).isEmpty();
        }
    }

    @Test
    void aPeerThatClosesInsteadOfSpeakingTlsGetsNothing() throws IOException {
        try (ServerSocket closing = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try {
                    while (true) {
                        closing.accept().close();
                    }
                } catch (IOException e) {
                    // The test is over.
                }
            });
            thread.start();
            URI uri = URI.create("https://127.0.0.1:" + closing.getLocalPort());
            failure(client(uri, ClientOptions.standard().tls(tls.client())), Kind.NOT_DELIVERED);
        }
    }

    @Test
    void aClientWithoutTlsIsNotAnswered() {
        URI uri = URI.create("http://127.0.0.1:" + receiver.server.port());
        failure(client(uri, ClientOptions.standard()), Kind.UNCERTAIN);
        assertThat(receiver.asked).isEmpty();
    }

    @Test
    void handshakesThatStopAreCutOff() throws IOException {
        RawPeer[] silent = new RawPeer[3];
        for (int i = 0; i < silent.length; i++) {
            silent[i] = new RawPeer(receiver.server.port());
            silent[i].send(new byte[] {0x16, 0x03, 0x01, 0x02, 0x00, 0x01});
        }
        ClientOptions options = ClientOptions.standard().tls(tls.client()).connectTime(Duration.ofSeconds(60));
        assertThat(client(receiver.server.uri(), options).send(RawRequest.BODY)).isNotEmpty();
        for (RawPeer peer : silent) {
            peer.answer();
            peer.close();
        }
    }

    private ExchangeClient client(URI address, ClientOptions options) {
        return new ExchangeClient(
                "editorial", new Peer("public", address, RawRequest.SECRET), options.clock(receiver.clock));
    }

    private static String failure(ExchangeClient client, Kind kind) {
        ExchangeException failure = catchThrowableOfType(ExchangeException.class, () -> client.send(RawRequest.BODY));
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
        return String.valueOf(failure.getMessage());
    }
}
