package dev.synchronizer.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import dev.synchronizer.exchange.ExchangeException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody can make a sender believe that something was done. */
@Timeout(180)
class ForgedAnswersTest {
    private static final byte[] BODY = RawRequest.BODY;

    @Test
    void aForgedAnswerIsNone() throws IOException {
        for (String signature : new String[] {"0".repeat(64), "nonsense", ""}) {
            try (Pretender pretender = new Pretender((exchange, body) -> {
                exchange.getResponseHeaders().set("Synchronizer-Signature", signature);
                Pretender.send(exchange, 200, "{\"applied\":true}".getBytes(StandardCharsets.UTF_8));
            })) {
                assertThat(failure(client(pretender), Kind.UNCERTAIN)).contains("its answer is not signed");
            }
        }
    }

    @Test
    void anAnswerOfAnotherStatusOrBodyThanTheSignedOneIsNone() throws IOException {
        try (Pretender pretender = new Pretender((exchange, body) -> {
            sign(exchange, 200, "{\"conflict\":true}");
            Pretender.send(exchange, 200, "{\"applied\":true}".getBytes(StandardCharsets.UTF_8));
        })) {
            failure(client(pretender), Kind.UNCERTAIN);
        }
        try (Pretender pretender = new Pretender((exchange, body) -> {
            sign(exchange, 500, "{\"applied\":true}");
            Pretender.send(exchange, 200, "{\"applied\":true}".getBytes(StandardCharsets.UTF_8));
        })) {
            failure(client(pretender), Kind.UNCERTAIN);
        }
        try (Pretender pretender = new Pretender((exchange, body) -> {
            sign(exchange, 200, "{\"applied\":true}");
            Pretender.send(exchange, 200, "{\"applied\":true}".getBytes(StandardCharsets.UTF_8));
        })) {
            assertThat(text(client(pretender).send(BODY))).isEqualTo("{\"applied\":true}");
        }
    }

    @Test
    void theAnswerToAnotherRequestIsNone() throws IOException {
        Map<String, String> first = new ConcurrentHashMap<>();
        try (Pretender pretender = new Pretender((exchange, body) -> {
            sign(exchange, 200, "{\"applied\":true}");
            String signature = exchange.getResponseHeaders().getFirst("Synchronizer-Signature");
            String kept = first.computeIfAbsent("signature", none -> signature);
            exchange.getResponseHeaders().set("Synchronizer-Signature", kept);
            Pretender.send(exchange, 200, "{\"applied\":true}".getBytes(StandardCharsets.UTF_8));
        })) {
            client(pretender).send(BODY);

            failure(client(pretender), Kind.UNCERTAIN);
        }
    }

    @Test
    void theRequestItselfIsNoAnswer() throws IOException {
        try (Pretender pretender = new Pretender((exchange, body) -> {
            String signature = exchange.getRequestHeaders().getFirst("Synchronizer-Signature");
            exchange.getResponseHeaders().set("Synchronizer-Signature", signature);
            Pretender.send(exchange, 200, body);
        })) {
            failure(client(pretender), Kind.UNCERTAIN);
        }
    }

    @Test
    void anAnswerWithoutAnEndIsNotKept() throws IOException {
        try (Pretender pretender = new Pretender((exchange, body) -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(new byte[4096]);
            }
        })) {
            assertThat(failure(client(pretender), Kind.UNCERTAIN)).contains("more than 1000 bytes");
        }
    }

    private static ExchangeClient client(Pretender pretender) {
        return new ExchangeClient(
                "editorial",
                new Peer("public", pretender.uri(), RawRequest.SECRET),
                ClientOptions.standard().limit(Receiver.LIMIT));
    }

    private static String failure(ExchangeClient client, Kind kind) {
        ExchangeException failure = catchThrowableOfType(ExchangeException.class, () -> client.send(BODY));
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
        return String.valueOf(failure.getMessage());
    }

    /** As one who knows the secret does. */
    private static void sign(HttpExchange exchange, int status, String body) {
        String nonce = exchange.getRequestHeaders().getFirst("Synchronizer-Nonce");
        RequestHead head = new RequestHead("POST", SignedEndpoint.PATH, "editorial", "public", 0, nonce, "");
        byte[] signature = RawRequest.SECRET.sign(head.answerText(status, body.getBytes(StandardCharsets.UTF_8)));
        exchange.getResponseHeaders()
                .set("Synchronizer-Signature", HexFormat.of().formatHex(signature));
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
