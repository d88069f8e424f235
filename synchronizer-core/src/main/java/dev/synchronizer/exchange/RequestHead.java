package dev.synchronizer.exchange;

import java.time.Instant;
import java.util.HexFormat;

/**
 * What a request says of itself, and is signed. The digest stands for the body, so that a signature is checked before
 * anything of a body is read.
 *
 * @param path the one below the address of the server
 * @param millis when it was made, in milliseconds since 1970
 */
record RequestHead(
        String method, String path, String sender, String receiver, long millis, String nonce, String digest) {
    private static final String FIRST_LINE = "synchronizer-request/1";

    /** Eight lines; none can hold the end of one, and so none runs into the next. */
    String signedText() {
        return String.join("\n", FIRST_LINE, method, path, sender, receiver, Long.toString(millis), nonce, digest);
    }

    String signature(Secret secret) {
        return HexFormat.of().formatHex(secret.sign(signedText()));
    }

    Instant madeAt() {
        return Instant.ofEpochMilli(millis);
    }

    /** What is signed of an answer to this request. */
    String answerText(int status, byte[] body) {
        return String.join(
                "\n", "synchronizer-answer/1", receiver, sender, nonce, Integer.toString(status), Digest.of(body));
    }
}
