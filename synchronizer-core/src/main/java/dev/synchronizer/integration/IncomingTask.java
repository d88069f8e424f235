package dev.synchronizer.integration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A change of another system. Immutable. What is longer than can be kept is cut, and told apart from others by a digest at its
 * end.
 *
 * @param id what no other change of that system has, of 255 characters at most; one that comes again under it has no effect
 * @param key what it is about, in words of the other system, of 500 characters at most: tasks of one key are done in the order
 *     in which they came
 * @param operation what was done, in words of the other system, of 255 characters at most
 * @param payload what its connector makes a change of
 */
public record IncomingTask(String id, String key, String operation, String payload) {
    private static final int LONGEST = 255;
    private static final int LONGEST_KEY = 500;
    private static final int DIGEST = 20;

    /** @throws IllegalArgumentException if it has no id or no key */
    public IncomingTask {
        if (id.isEmpty() || key.isEmpty()) {
            throw new IllegalArgumentException("a task of another system has an id and a key");
        }
        id = kept(id, LONGEST);
        key = kept(key, LONGEST_KEY);
        operation = kept(operation, LONGEST);
    }

    private static String kept(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 2 * DIGEST - 1;
        int cut = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return text.substring(0, cut) + "…" + digest(text);
    }

    private static String digest(String text) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha, 0, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
