package dev.synchronizer.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookConnectorTest {
    private static final String SECRET = "whsec_bm90IHNvIHNlY3JldCwgYnV0IGxvbmcgZW5vdWdo";
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final OutgoingTask TASK = SampleTasks.update(17, "{\"title\":\"Überschrift\"}");

    private Receiver receiver;

    @BeforeEach
    void open() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void theEventOfTheTaskIsPosted() {
        assertThat(send(webhook())).isEqualTo(Outcome.OK);

        Receiver.Request request = receiver.requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/hook?token=hidden");
        assertThat(request.header("Content-type")).isEqualTo("application/cloudevents+json");
        assertThat(new String(request.body(), UTF_8))
                .isEqualTo(CloudEvent.of(TASK).json())
                .contains("Überschrift");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void whatIsTakenIsDone(int status) {
        receiver.answers(status);

        assertThat(send(webhook())).isEqualTo(Outcome.OK);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 401, 402, 403, 404, 405, 407, 409, 421, 423, 424, 426, 428})
    void whatMayPassIsTriedAgain(int status) {
        receiver.answers(status);

        ConnectorException failure = failure(webhook());

        assertThat(failure.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(failure.isUnreachable()).isFalse();
        assertThat(failure)
                .hasMessageStartingWith("the webhook at " + receiver.host())
                .hasMessageContaining("" + status);
        assertThat(failure.retryAfter()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 501, 502, 503, 504, 599})
    void whoTakesInNothingForNowSaysNothingOfTheTask(int status) {
        receiver.answers(status);

        ConnectorException failure = away(webhook());

        assertThat(failure)
                .hasMessageStartingWith("the webhook at " + receiver.host())
                .hasMessageContaining("" + status);
        assertThat(failure.retryAfter()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 406, 410, 411, 413, 414, 415, 422, 431, 451})
    void whatCanNeverSucceedIsNotTriedAgain(int status) {
        receiver.answers(status);

        ConnectorException failure = failure(webhook());

        assertThat(failure.outcome()).isEqualTo(Outcome.ERROR_AND_SKIP);
        assertThat(failure)
                .hasMessage("the webhook at " + receiver.host() + " answered with status " + status
                        + " and so will never take this event");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429|120|PT2M",
                "503| 7 |PT7S",
                "503|Wed, 04 Mar 2026 12:05:00 GMT|PT5M",
                "503|Wed, 04 Mar 2026 11:00:00 GMT|",
                "503|999999999|PT24H",
                "503|soon|",
                "503|-5|"
            })
    void aReceiverSaysHowLongItWantsToBeLeftAlone(int status, String words, Duration pause) {
        receiver.answers(status, "Retry-After", words);

        ConnectorException failure = away(webhook());

        assertThat(failure).hasMessageContaining("" + status);
        assertThat(failure.retryAfter().orElse(null)).isEqualTo(pause);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreNotFollowed(int status) {
        receiver.answers(status, "Location", receiver.url("/elsewhere"));

        ConnectorException failure = failure(webhook());

        assertThat(failure.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(failure).hasMessageContaining("status " + status + ", a redirect, which is not followed");
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void whoDoesNotAnswerIsNotWaitedForLonger() {
        receiver.hangs();
        long begin = System.nanoTime();

        ConnectorException failure =
                away(builder().timeout(Duration.ofMillis(200)).build());

        assertThat(failure)
                .hasMessageStartingWith("the webhook at " + receiver.host() + " could not be reached: ")
                .hasMessageContaining("200 ms");
        assertThat(since(begin)).isLessThan(SOON);
    }

    @Test
    void anAnswerCountsThoughItsBodyDoesNotEnd() {
        WebhookConnector webhook = builder().timeout(Duration.ofMillis(500)).build();

        receiver.drips(200);
        assertThat(send(webhook)).isEqualTo(Outcome.OK);

        receiver.drips(410);
        assertThat(failure(webhook).outcome()).isEqualTo(Outcome.ERROR_AND_SKIP);
    }

    @Test
    void aBodyWithoutEndIsCutOff() throws Exception {
        CountDownLatch cutOff = new CountDownLatch(1);
        receiver.floods(200, cutOff);
        long begin = System.nanoTime();

        assertThat(send(webhook())).isEqualTo(Outcome.OK);
        assertThat(since(begin)).isLessThan(SOON);
        assertThat(cutOff.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aConnectionThatBreaksOffIsTriedAgain() {
        receiver.answers(exchange -> {
            throw new IOException("broken off");
        });

        assertThat(away(webhook())).hasMessageContaining("could not be reached");
    }

    @Test
    void whereNobodyListensItIsTriedAgain() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        ConnectorException failure = away(WebhookConnector.builder("site", "http://localhost:" + free, SECRET)
                .build());

        assertThat(failure).hasMessage("the webhook at localhost:" + free + " could not be reached: ConnectException");
    }

    @Test
    void whoIsInterruptedStopsWaitingAndStaysInterrupted() {
        receiver.hangs();
        Thread.currentThread().interrupt();

        assertThat(away(webhook())).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void itIsToldOfAllChangesUnlessItIsSaidOfWhich() {
        Subscription articles = Subscription.to(Subscription.Form.SIMPLE).types("Article");

        assertThat(webhook().subscriptions()).containsExactly(Subscription.to(Subscription.Form.SNAPSHOT));
        assertThat(builder().subscriptions(articles).build().subscriptions()).containsExactly(articles);
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private WebhookConnector webhook() {
        return builder().build();
    }

    private WebhookBuilder builder() {
        return WebhookConnector.builder("site", receiver.url("/hook?token=hidden"), SECRET)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Outcome send(WebhookConnector webhook) {
        return webhook.process(TASK, SampleTasks.noIds());
    }

    /** It says nothing of the task. */
    private static ConnectorException away(WebhookConnector webhook) {
        ConnectorException failure = failure(webhook);
        assertThat(failure.outcome()).isEqualTo(Outcome.SKIP_NOW);
        assertThat(failure.isUnreachable()).isTrue();
        return failure;
    }

    private static ConnectorException failure(WebhookConnector webhook) {
        ConnectorException failure = catchThrowableOfType(ConnectorException.class, () -> send(webhook));
        assertThat(failure).isNotNull();
        assertThat(failure.getMessage()).doesNotContain("hidden", SECRET);
        return failure;
    }
}
