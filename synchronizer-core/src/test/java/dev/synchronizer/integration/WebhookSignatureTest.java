package dev.synchronizer.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {
    private static final byte[] KEY = "not so secret, but long enough".getBytes(UTF_8);
    private static final byte[] OLD_KEY = "what was the secret some time ago".getBytes(UTF_8);
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00.999Z");

    @Test
    void aReceiverThatKnowsTheSecretFindsTheSignatureRight() throws Exception {
        try (Receiver receiver = new Receiver()) {
            send(builder(receiver, KEY), SampleTasks.update(17, "{\"title\":\"Überschrift\"}"));

            Receiver.Request request = receiver.requests().get(0);
            assertThat(request.header("Webhook-id")).isEqualTo(SampleTasks.SERVER + "/17");
            assertThat(request.header("Webhook-timestamp")).isEqualTo("1772625600");
            assertThat(request.header("Webhook-signature")).isEqualTo(expected(KEY, request));
        }
    }

    @Test
    void anAttemptThatComesLaterHasTheSameIdAndAnotherSignature() throws Exception {
        try (Receiver receiver = new Receiver()) {
            OutgoingTask task = SampleTasks.update(17, "{}");
            send(builder(receiver, KEY), task);
            send(builder(receiver, KEY).clock(Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC)), task);

            Receiver.Request first = receiver.requests().get(0);
            Receiver.Request second = receiver.requests().get(1);
            assertThat(second.header("Webhook-id")).isEqualTo(first.header("Webhook-id"));
            assertThat(second.header("Webhook-timestamp")).isEqualTo("1772625660");
            assertThat(second.header("Webhook-signature")).isEqualTo(expected(KEY, second));
        }
    }

    @Test
    void aFormerSecretSignsTooUntilItIsLeftOut() throws Exception {
        try (Receiver receiver = new Receiver()) {
            send(builder(receiver, KEY).formerSecret(secret(OLD_KEY)), SampleTasks.update(1, "{}"));

            Receiver.Request request = receiver.requests().get(0);
            assertThat(request.header("Webhook-signature"))
                    .isEqualTo(expected(KEY, request) + " " + expected(OLD_KEY, request));
        }
    }

    @Test
    void noServerCanPutADotOrAnotherHeaderIntoTheId() throws Exception {
        try (Receiver receiver = new Receiver()) {
            send(builder(receiver, KEY), SampleTasks.of(17, "www.büro\r\nX-Evil: 1", "k", "{}"));

            Receiver.Request request = receiver.requests().get(0);
            assertThat(request.header("Webhook-id")).isEqualTo("www%2Eb%C3%BCro%0D%0AX-Evil%3A%201/17");
            assertThat(request.headers()).doesNotContainKey("X-evil");
            assertThat(request.header("Webhook-signature")).isEqualTo(expected(KEY, request));
        }
    }

    @Test
    void theExampleOfTheSpecificationsOwnTestsIsSignedAsThere() {
        WebhookSignature signature = new WebhookSignature(List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        assertThat(signature.of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}".getBytes(UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 23, 65})
    void aSecretOfAnotherLengthIsRefused(int bytes) {
        String secret = secret(new byte[bytes]);

        assertThatThrownBy(() -> WebhookConnector.builder("site", "https://example.org", secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("24 to 64 random bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bm90IHNvIHNlY3JldCwgYnV0IGxvbmcgZW5vdWdo", "whsec_not-so-secret-but-long-enough-and-no-base64"})
    void whatIsNoSecretIsRefusedAndNotShown(String text) {
        assertThatThrownBy(() -> WebhookConnector.builder("site", "https://example.org", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("24 to 64 random bytes")
                .hasMessageNotContaining(text)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "ftp://example.org",
                "https:///hidden",
                "https://anna:hidden@example.org",
                "https://example.org/#hidden",
                "https://example.org/ hidden"
            })
    void whatIsNoUrlOfAWebhookIsRefusedAndNotShown(String url) {
        assertThatThrownBy(() -> WebhookConnector.builder("site", url, secret(KEY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://")
                .hasMessageNotContaining("hidden")
                .hasNoCause();
    }

    @Test
    void nothingThatIsSecretIsShown() {
        WebhookBuilder builder =
                WebhookConnector.builder("site", "https://example.org:8443/hidden?token=hidden", secret(KEY));

        assertThat(builder.build()).hasToString("webhook site at example.org:8443");
        assertThat(builder).hasToString("webhook site at example.org:8443");
        assertThat(new WebhookSignature(List.of(secret(KEY))).toString())
                .doesNotContain(secret(KEY).substring(6));
    }

    private static WebhookBuilder builder(Receiver receiver, byte[] key) {
        return WebhookConnector.builder("site", receiver.url("/"), secret(key)).clock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static void send(WebhookBuilder builder, OutgoingTask task) {
        assertThat(builder.build().process(task, SampleTasks.noIds())).isEqualTo(Outcome.OK);
    }

    private static String secret(byte[] key) {
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    /** Calculated by what came over the wire alone. */
    private static String expected(byte[] key, Receiver.Request request) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String content = request.header("Webhook-id") + "." + request.header("Webhook-timestamp") + "."
                + new String(request.body(), UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
    }
}
