package dev.synchronizer.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done elsewhere about one thing.
 *
 * @param id its number, rising with each task of the same key; 0 until it is logged
 * @param direction which way it goes
 * @param key what it is about
 * @param kind what kind of thing that is
 * @param type the name of the type that it is of, or null
 * @param name the name of what it is about, for people
 * @param operation what was done
 * @param creates whether others may need what it makes
 * @param payload what is to be carried over, as canonical JSON
 * @param needs the keys of what has to be there before
 * @param actor who did it
 * @param origin where the save came from
 * @param passed the identities of the servers that the change has passed, this one included
 * @param changes the identities that the change has on all servers
 * @param group what else was done along with it, or null
 * @param foreignId the identity that it has in the system that it came from, or null
 * @param loggedAt when it was logged
 */
public record StoredTask(
        long id,
        TaskDirection direction,
        String key,
        String kind,
        @Nullable String type,
        String name,
        String operation,
        boolean creates,
        String payload,
        List<String> needs,
        String actor,
        String origin,
        List<String> passed,
        List<String> changes,
        @Nullable String group,
        @Nullable String foreignId,
        Instant loggedAt) {

    public StoredTask {
        needs = List.copyOf(needs);
        passed = List.copyOf(passed);
        changes = List.copyOf(changes);
    }

    /** The same task, numbered. */
    public StoredTask withId(long other) {
        return new StoredTask(
                other, direction, key, kind, type, name, operation, creates, payload, needs, actor, origin, passed,
                changes, group, foreignId, loggedAt);
    }

    /** The same task, which carries something else over. */
    public StoredTask withPayload(String other) {
        return new StoredTask(
                id, direction, key, kind, type, name, operation, creates, other, needs, actor, origin, passed, changes,
                group, foreignId, loggedAt);
    }

    /** By what tasks of one key are found, whatever the length of that: no two keys that anybody comes upon have the same one. */
    public static long hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
