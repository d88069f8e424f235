package dev.synchronizer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over real sockets: two threads, and more slow peers than that. Without an end to their patience, nobody else is answered. */
@Timeout(180)
class SlowPeersTest {
    private final LoggedLines log = new LoggedLines();
    private final ExecutorService peers = Executors.newCachedThreadPool();
    private final Receiver receiver = new Receiver(
            "public",
            options ->
                    options.threads(2, 20).requestTime(Duration.ofMillis(800)).answerTime(Duration.ofMillis(800)));

    @AfterEach
    void close() {
        peers.shutdownNow();
        receiver.close();
        log.close();
    }

    @Test
    void headersThatDripAreCutOff() throws Exception {
        drip(6, "POST /synchronizer/staging/1 HTTP/1.1\r\nX-Header: ", new byte[0]);

        assertThat(receiver.asked).isEmpty();
        assertAnswersOthers();
    }

    @Test
    void aRequestLineThatDripsIsCutOff() throws Exception {
        drip(6, "PO", new byte[0]);

        assertAnswersOthers();
    }

    @Test
    void headersThatStopAreCutOff() throws Exception {
        List<RawPeer> silent = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            RawPeer peer = new RawPeer(receiver.server.port());
            peer.send("POST /".getBytes(StandardCharsets.US_ASCII));
            silent.add(peer);
        }
        for (RawPeer peer : silent) {
            assertThat(peer.answer()).isEmpty();
            peer.close();
        }
        assertAnswersOthers();
    }

    @Test
    void connectionsOnWhichNothingIsSentHoldNobodyUp() throws Exception {
        List<RawPeer> silent = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            silent.add(new RawPeer(receiver.server.port()));
        }

        assertAnswersOthers();

        for (RawPeer peer : silent) {
            peer.close();
        }
    }

    @Test
    void bodiesThatDripAreCutOff() throws Exception {
        RawRequest request = receiver.request().body(new byte[Receiver.LIMIT]);
        drip(1, new String(request.headBytes(), StandardCharsets.ISO_8859_1), new byte[10]);

        assertThat(log.warnings()).singleElement().asString().contains("its body broke off: it took more than 800 ms");
        assertThat(receiver.asked).isEmpty();
        assertAnswersOthers();
    }

    @Test
    void refusedBodiesThatDripAreCutOff() throws Exception {
        RawRequest request = receiver.request().sender("stranger").body(new byte[Receiver.LIMIT]);
        drip(4, new String(request.headBytes(), StandardCharsets.ISO_8859_1), new byte[10]);

        assertAnswersOthers();
    }

    @Test
    void anAnswerThatNobodyFetchesIsCutOff() throws Exception {
        byte[] large = new byte[64 * 1024 * 1024];
        receiver.exchange = (sender, body) -> body.length == 7 ? large : body;
        List<RawPeer> deaf = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            RawPeer peer = new RawPeer(receiver.server.port());
            peer.send(receiver.request().body(new byte[7]).bytes());
            deaf.add(peer);
        }

        assertAnswersOthers();
        for (RawPeer peer : deaf) {
            peer.close();
        }
    }

    @Test
    void headersWithoutAnEndAreCutOff() throws IOException {
        try (RawPeer peer = new RawPeer(receiver.server.port())) {
            peer.send("POST /synchronizer/staging/1 HTTP/1.1\r\nX-Header: ".getBytes(StandardCharsets.US_ASCII));
            byte[] much = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
            boolean cutOff = false;
            for (int i = 0; i < 10_000 && !cutOff; i++) {
                try {
                    peer.send(much);
                } catch (IOException e) {
                    cutOff = true;
                }
            }
            assertThat(cutOff).isTrue();
        }
    }

    @Test
    void whatIsDoneForARequestIsNeverInterruptedHoweverLongItTakes() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        receiver.exchange = (sender, body) -> {
            begun.countDown();
            try {
                assertThat(goOn.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
            return body;
        };
        Future<String> answer = peers.submit(() -> receiver.send(receiver.request()));
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        // Whoever came later has waited for too long by now: so has this one.
        drip(1, "POST /", new byte[0]);
        goOn.countDown();

        assertThat(RawPeer.status(answer.get(60, TimeUnit.SECONDS))).isEqualTo(200);
        assertThat(interrupted).isFalse();
    }

    /** Each sends something, and then a byte now and then, until it is cut off. */
    private void drip(int many, String begin, byte[] more) throws Exception {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            all.add(peers.submit(() -> {
                try (RawPeer peer = new RawPeer(receiver.server.port())) {
                    peer.send(begin.getBytes(StandardCharsets.ISO_8859_1));
                    peer.send(more);
                    dripUntilCutOff(peer);
                }
                return null;
            }));
        }
        for (Future<?> each : all) {
            each.get(120, TimeUnit.SECONDS);
        }
    }

    private static void dripUntilCutOff(RawPeer peer) throws InterruptedException {
        while (true) {
            try {
                peer.send(new byte[] {'x'});
            } catch (IOException e) {
                return;
            }
            Thread.sleep(20);
        }
    }

    private void assertAnswersOthers() throws IOException {
        assertThat(RawPeer.status(receiver.send(receiver.request()))).isEqualTo(200);
        assertThat(receiver.asked).contains("editorial {\"task\":1}");
    }
}
