package dev.synchronizer.exchange;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What two servers share, and nobody else knows. It is never shown: whoever gives one away does so on purpose. */
public final class Secret {
    private static final int LEAST = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private Secret(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /**
     * A secret of characters, as configurations hold one. They are taken as they are, blanks included.
     *
     * @throws IllegalArgumentException if there are fewer than 32
     */
    public static Secret of(String characters) {
        return new Secret(longEnough(
                characters.getBytes(StandardCharsets.UTF_8),
                characters.codePointCount(0, characters.length()),
                "characters"));
    }

    /**
     * A secret of bytes.
     *
     * @throws IllegalArgumentException if there are fewer than 32
     */
    public static Secret of(byte[] bytes) {
        return new Secret(longEnough(bytes, bytes.length, "bytes"));
    }

    /** One that nobody knows, not even this server: what an unknown sender is held against. */
    static Secret random() {
        byte[] bytes = new byte[LEAST];
        new SecureRandom().nextBytes(bytes);
        return new Secret(bytes);
    }

    private static byte[] longEnough(byte[] bytes, int length, String unit) {
        if (length < LEAST) {
            throw new IllegalArgumentException(
                    "a shared secret has at least " + LEAST + " " + unit + ", and this one has " + length
                            + "; make one by \"openssl rand -base64 48\", and give the same one to both servers");
        }
        return bytes;
    }

    byte[] sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Whether a signature is that of a text; it takes as long wherever the two differ. */
    boolean signed(String text, byte[] signature) {
        return MessageDigest.isEqual(sign(text), signature);
    }

    /** Takes as long wherever the two differ. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(key.getEncoded(), secret.key.getEncoded());
    }

    /** The same for all: a hash would tell of the secret. */
    @Override
    public int hashCode() {
        return LEAST;
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
