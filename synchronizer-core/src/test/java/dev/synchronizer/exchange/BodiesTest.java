package dev.synchronizer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over real sockets: bodies that are not what they are said to be. */
class BodiesTest {
    private final LoggedLines log = new LoggedLines();
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
        log.close();
    }

    @Test
    void aBodyMayHaveAllOfTheLimit() throws IOException {
        assertThat(RawPeer.status(receiver.send(receiver.request().body(new byte[Receiver.LIMIT]))))
                .isEqualTo(200);
        assertThat(RawPeer.status(receiver.send(receiver.request().body(new byte[0]))))
                .isEqualTo(200);
        assertThat(receiver.asked).hasSize(2);
    }

    @Test
    void aLargerOneIsRefusedByWhatItDeclares() throws IOException {
        // Nothing of the body is sent, and so the answer does not wait for it.
        RawRequest request = receiver.request().body(new byte[Receiver.LIMIT + 1]);
        try (RawPeer peer = new RawPeer(receiver.server.port())) {
            peer.send(request.headBytes());
            peer.endSending();

            assertRefused(peer.answer(), 413, "declared to have 1001 bytes, and may have 1000");
        }
    }

    @Test
    void aLargerOneIsRefusedThoughItDeclaresNothing() throws IOException {
        RawRequest request = chunked(new byte[Receiver.LIMIT + 1]);
        try (RawPeer peer = new RawPeer(receiver.server.port())) {
            peer.send(request.headBytes());
            peer.send(chunk(new byte[Receiver.LIMIT]));
            peer.send(chunk(new byte[1]));

            assertRefused(peer.answer(), 413, "its body has more, and may have 1000");
        }
    }

    @Test
    void anEndlessOneIsRefused() throws IOException {
        try (RawPeer peer = new RawPeer(receiver.server.port())) {
            peer.send(chunked(RawRequest.BODY).headBytes());
            Thread flood = new Thread(() -> {
                try {
                    while (true) {
                        peer.send(chunk(new byte[4096]));
                    }
                } catch (IOException e) {
                    // The server has closed the connection.
                }
            });
            flood.start();
            peer.answer();
            join(flood);
        }
        assertThat(log.warnings()).singleElement().asString().contains("its body has more");
        assertThat(receiver.asked).isEmpty();
    }

    @Test
    void aBodyInChunksIsRead() throws IOException {
        try (RawPeer peer = new RawPeer(receiver.server.port())) {
            peer.send(chunked(RawRequest.BODY).headBytes());
            peer.send(chunk(RawRequest.BODY));
            peer.send("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(RawPeer.status(peer.answer())).isEqualTo(200);
        }
        assertThat(receiver.asked).containsExactly("editorial {\"task\":1}");
    }

    @Test
    void aBodyThatBreaksOffIsRefused() throws IOException {
        try (RawPeer peer = new RawPeer(receiver.server.port())) {
            peer.send(receiver.request().headBytes());
            peer.send("{\"task".getBytes(StandardCharsets.UTF_8));
            peer.endSending();

            assertRefused(peer.answer(), 400, "its body broke off");
        }
    }

    @Test
    void aBodyInChunksThatBreaksOffIsRefused() throws IOException {
        try (RawPeer peer = new RawPeer(receiver.server.port())) {
            peer.send(chunked(RawRequest.BODY).headBytes());
            peer.send(chunk("{\"task".getBytes(StandardCharsets.UTF_8)));
            peer.endSending();

            assertRefused(peer.answer(), 400, "its body");
        }
    }

    @Test
    void nothingIsReadOfABodyWhoseSenderIsNotProven() {
        for (RawRequest request : new RawRequest[] {
            receiver.request().sender("stranger"),
            receiver.request().header("Synchronizer-Nonce", "0".repeat(32)),
            receiver.request().receiver("intranet")
        }) {
            UnreadBody body = new UnreadBody();
            ExchangeAnswer answer = receiver.endpoint.answer(MountedEndpointTest.received(request, body, 10));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(body.reads).isZero();
        }
    }

    private RawRequest chunked(byte[] body) {
        return receiver.request().body(body).header("Content-Length", "").header("Transfer-Encoding", "chunked");
    }

    private static byte[] chunk(byte[] bytes) {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        chunk.writeBytes(bytes);
        chunk.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return chunk.toByteArray();
    }

    private void assertRefused(String answer, int status, String reason) {
        assertThat(RawPeer.status(answer)).as(answer).isEqualTo(status);
        assertThat(receiver.asked).isEmpty();
        assertThat(log.warnings()).singleElement().asString().contains(reason);
    }

    private static void join(Thread thread) {
        try {
            thread.join(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(thread.isAlive()).isFalse();
    }

    private static final class UnreadBody extends java.io.InputStream {
        private int reads;

        @Override
        public int read() {
            reads++;
            return 'x';
        }
    }
}
