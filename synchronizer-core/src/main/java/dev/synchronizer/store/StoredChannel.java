package dev.synchronizer.store;

import java.time.Instant;

/**
 * Where tasks go: another server, or a connector to another system.
 *
 * @param kind which of both
 * @param name its name, which no other one of its kind has
 * @param enabled whether changes are logged for it
 * @param held whether nothing is delivered to it until somebody says so, although it is logged
 * @param definition all else, as canonical JSON
 * @param savedAt when it was last saved
 * @param savedBy who last saved it
 */
public record StoredChannel(
        Kind kind, String name, boolean enabled, boolean held, String definition, Instant savedAt, String savedBy) {

    /** What tasks go to. */
    public enum Kind {
        /** Another server with a synchronizer. */
        SERVER,
        /** A connector to another system. */
        CONNECTOR
    }
}
