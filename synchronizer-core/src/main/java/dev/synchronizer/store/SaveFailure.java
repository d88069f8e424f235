package dev.synchronizer.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What failed after a save was committed, which stands; or when rules were applied by a schedule; or that a handler may not
 * have been told of what other nodes have saved.
 *
 * @param id its number, rising with each of them; 0 until it is recorded
 * @param at when it failed
 * @param handler the name of the handler, or {@code schedule} and that of the schedule
 * @param kind what kind of subject was saved, or {@code RULES}, or {@code NODES}
 * @param key the subject: the id of an item, the address of a type or property, {@code rules}, or {@code other nodes}
 * @param type the name of the type that it is of, or null
 * @param name the subject's own name, or null where it has none
 * @param operation what was done to it
 * @param message what the handler failed with
 */
public record SaveFailure(
        long id,
        Instant at,
        String handler,
        String kind,
        String key,
        @Nullable String type,
        @Nullable String name,
        String operation,
        String message) {}
