package dev.synchronizer.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.problem.ProblemsException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class ServerLifeTest {
    private final ExecutorService others = Executors.newCachedThreadPool();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void close() {
        goOn.countDown();
        others.shutdownNow();
    }

    @Test
    void itListensOnThisMachineAloneUnlessToldOtherwise() {
        try (Receiver receiver = new Receiver()) {
            assertThat(receiver.server.uri().getHost()).isEqualTo("127.0.0.1");
            assertThat(receiver.server.port()).isPositive();
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        try (Receiver receiver = new Receiver()) {
            int port = receiver.server.port();
            assertThatThrownBy(() -> ExchangeServer.start(
                            receiver.endpoint, ServerOptions.standard().at("127.0.0.1", port)))
                    .isInstanceOf(ProblemsException.class)
                    .hasMessageContaining("CT1031 error 127.0.0.1:" + port + ": nobody can listen there")
                    .hasMessageContaining("a port that is free");
        }
    }

    @Test
    void whatIsUnderWayIsAnsweredBeforeItCloses() throws Exception {
        Receiver receiver = new Receiver();
        receiver.exchange = (sender, body) -> waitFor(body);
        Future<String> answer = others.submit(() -> receiver.send(receiver.request()));
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

        Future<?> closing = others.submit(receiver::close);
        goOn.countDown();
        closing.get(60, TimeUnit.SECONDS);

        assertThat(RawPeer.status(answer.get(60, TimeUnit.SECONDS))).isEqualTo(200);
        assertThatThrownBy(() -> new RawPeer(receiver.server.port())).isInstanceOf(ConnectException.class);
    }

    @Test
    void whatHasNoRoomIsCutOffAndTheRestIsAnswered() throws Exception {
        try (Receiver receiver = new Receiver("public", options -> options.threads(1, 1))) {
            receiver.exchange = (sender, body) -> waitFor(body);
            Future<String> first = others.submit(() -> receiver.send(receiver.request()));
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            // One of these four has room to wait, whichever comes first; so two of the last three have none.
            try (RawPeer waiting = new RawPeer(receiver.server.port())) {
                waiting.send(receiver.request().bytes());
                CompletionService<String> more = new ExecutorCompletionService<>(others);
                for (int i = 0; i < 3; i++) {
                    more.submit(() -> answerOrNothing(receiver));
                }
                for (int i = 0; i < 2; i++) {
                    assertThat(more.poll(60, TimeUnit.SECONDS).get()).isEmpty();
                }
                goOn.countDown();
                assertThat(RawPeer.status(first.get(60, TimeUnit.SECONDS))).isEqualTo(200);
            }
        }
    }

    /** A connection that is cut off may be so before all is sent. */
    private static String answerOrNothing(Receiver receiver) {
        try {
            return receiver.send(receiver.request());
        } catch (IOException e) {
            return "";
        }
    }

    private byte[] waitFor(byte[] body) {
        begun.countDown();
        try {
            assertThat(goOn.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return body;
    }
}
