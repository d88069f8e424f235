package dev.synchronizer.integration;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as Standard Webhooks 1.0.0 has it, once with each key. Never shows a key. */
final class WebhookSignature {
    private static final String PREFIX = "whsec_";
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> keys;

    /** @throws IllegalArgumentException if a secret is none */
    WebhookSignature(List<String> secrets) {
        keys = secrets.stream().map(WebhookSignature::key).toList();
    }

    /** The value of the header: a signature for each key, with a blank between. */
    String of(String id, long timestamp, byte[] body) {
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        return keys.stream().map(key -> "v1," + signed(key, head, body)).collect(Collectors.joining(" "));
    }

    private static SecretKeySpec key(String secret) {
        byte[] bytes = secret.startsWith(PREFIX) ? decoded(secret.substring(PREFIX.length())) : new byte[0];
        if (bytes.length < FEWEST_BYTES || bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("the secret of a webhook is " + PREFIX + " and " + FEWEST_BYTES + " to "
                    + MOST_BYTES + " random bytes in Base64; make one of them, and give it to the receiver too");
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            // Its message shows a character of the secret.
            return new byte[0];
        }
    }

    private static String signed(SecretKeySpec key, byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(head);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
