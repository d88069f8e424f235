package dev.synchronizer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The endpoint in whatever server: what it makes of failures of those that it asks. */
class MountedEndpointTest {
    private final LoggedLines log = new LoggedLines();
    private final MovedClock clock = new MovedClock();
    private final RawRequest request = new RawRequest(clock);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void namesOfHeadersAreOfAnyCase() {
        Map<String, List<String>> lower = new TreeMap<>();
        request.headers().forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        SignedEndpoint endpoint = endpoint(sender -> Optional.of(RawRequest.SECRET), Nonces.inMemory(clock));

        ExchangeAnswer answer = endpoint.answer(
                new ExchangeRequest("POST", SignedEndpoint.PATH, lower, -1, stream(RawRequest.BODY), "somewhere"));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aHeaderInTwoCasesIsThereTwice() {
        Map<String, List<String>> twice = new TreeMap<>();
        request.headers().forEach((name, value) -> twice.put(name, List.of(value)));
        twice.put("synchronizer-sender", List.of("editorial"));
        SignedEndpoint endpoint = endpoint(sender -> Optional.of(RawRequest.SECRET), Nonces.inMemory(clock));

        ExchangeAnswer answer = endpoint.answer(
                new ExchangeRequest("POST", SignedEndpoint.PATH, twice, -1, stream(RawRequest.BODY), "somewhere"));

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void aNonceIsRememberedOnlyOfWhoeverIsProven() {
        List<String> nonces = new java.util.ArrayList<>();
        SignedEndpoint endpoint = endpoint(
                sender -> sender.equals("editorial") ? Optional.of(RawRequest.SECRET) : Optional.empty(),
                (sender, nonce, until) -> nonces.add(sender + " " + nonce + " " + until));

        endpoint.answer(received(new RawRequest(clock).sender("stranger"), stream(RawRequest.BODY), -1));
        endpoint.answer(received(
                new RawRequest(clock).header("Synchronizer-Digest", "0".repeat(64)), stream(RawRequest.BODY), -1));
        endpoint.answer(received(new RawRequest(clock).receiver("intranet"), stream(RawRequest.BODY), -1));
        assertThat(nonces).isEmpty();

        endpoint.answer(received(request, stream(RawRequest.BODY), -1));
        assertThat(nonces).containsExactly("editorial " + request.nonce() + " 2026-03-01T12:10:00Z");
    }

    @Test
    void aBodyThatEndsBeforeItsDeclaredLengthIsRefused() {
        SignedEndpoint endpoint = endpoint(sender -> Optional.of(RawRequest.SECRET), Nonces.inMemory(clock));

        ExchangeAnswer answer = endpoint.answer(received(request, stream(RawRequest.BODY), 11));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(log.warnings()).singleElement().asString().contains("broke off after 10 of 11 bytes");
    }

    @Test
    void whatFailsBeforeASenderIsProvenIsAnsweredWithoutASignature() {
        SignedEndpoint endpoint = endpoint(
                sender -> {
                    throw new IllegalStateException("the database is away");
                },
                Nonces.inMemory(clock));

        ExchangeAnswer answer = endpoint.answer(received(request, stream(RawRequest.BODY), -1));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.headers()).doesNotContainKey("Synchronizer-Signature");
        assertThat(text(answer)).doesNotContain("database");
        assertThat(log.all()).contains("the database is away");
    }

    @Test
    void noncesThatCannotBeRememberedLetNothingIn() {
        SignedEndpoint endpoint = endpoint(sender -> Optional.of(RawRequest.SECRET), new RememberedNonces(clock, 0));

        ExchangeAnswer answer = endpoint.answer(received(request, stream(RawRequest.BODY), -1));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(log.warnings()).singleElement().asString().contains("editorial");
    }

    private SignedEndpoint endpoint(Senders senders, Nonces nonces) {
        return new SignedEndpoint(
                "public",
                senders,
                nonces,
                (sender, body) -> body,
                EndpointOptions.standard().clock(clock));
    }

    private static String text(ExchangeAnswer answer) {
        return new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    static ExchangeRequest received(RawRequest request, InputStream body, long declared) {
        Map<String, List<String>> headers = new TreeMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        RequestHead head = request.head();
        return new ExchangeRequest(head.method(), head.path(), headers, declared, body, "somewhere");
    }
}
