package dev.synchronizer.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request as it goes over the line: right, unless a test says otherwise. */
final class RawRequest {
    static final Secret SECRET = Secret.of("a secret that two servers share, and nobody else");
    static final byte[] BODY = "{\"task\":1}".getBytes(StandardCharsets.UTF_8);

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final long millis;
    private String method = "POST";
    private String path = SignedEndpoint.PATH;
    private String sender = "editorial";
    private String receiver = "public";
    private Secret secret = SECRET;
    private byte[] body = BODY;
    private byte @Nullable [] sentBody;
    private final String nonce = UUID.randomUUID().toString().replace("-", "");

    RawRequest(Clock clock) {
        millis = clock.millis();
    }

    RawRequest method(String other) {
        method = other;
        return this;
    }

    RawRequest path(String other) {
        path = other;
        return this;
    }

    RawRequest sender(String other) {
        sender = other;
        return this;
    }

    RawRequest receiver(String other) {
        receiver = other;
        return this;
    }

    RawRequest secret(Secret other) {
        secret = other;
        return this;
    }

    RawRequest body(byte[] other) {
        body = other;
        return this;
    }

    /** Another body than the one that is signed. */
    RawRequest sentBody(byte[] other) {
        sentBody = other;
        return this;
    }

    /** A header instead of the right one; an empty one is left out. */
    RawRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    RequestHead head() {
        return new RequestHead(method, path, sender, receiver, millis, nonce, Digest.of(body));
    }

    String nonce() {
        return nonce;
    }

    Map<String, String> headers() {
        RequestHead head = head();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Host", "localhost");
        all.put("Connection", "close");
        all.put("Content-Type", "application/json");
        all.put("Content-Length", Integer.toString(sent().length));
        all.put("Synchronizer-Sender", sender);
        all.put("Synchronizer-Receiver", receiver);
        all.put("Synchronizer-Timestamp", Long.toString(millis));
        all.put("Synchronizer-Nonce", nonce);
        all.put("Synchronizer-Digest", Digest.of(body));
        all.put("Synchronizer-Signature", head.signature(secret));
        all.putAll(headers);
        all.values().removeIf(String::isEmpty);
        return all;
    }

    private byte[] sent() {
        return sentBody == null ? body : sentBody;
    }

    byte[] headBytes() {
        StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(headBytes());
        all.writeBytes(sent());
        return all.toByteArray();
    }
}
