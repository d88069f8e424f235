package dev.synchronizer.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A save, as other nodes are told of it.
 *
 * @param id its number; 0 until it is announced. One with a higher number may be committed earlier
 * @param at when it was saved
 * @param node the node that saved it
 * @param store the name of the store on that node
 * @param kind what kind of subject was saved
 * @param key the subject: the id of an item, or the address of a type or property
 * @param type the name of the type that it is of, or null
 * @param name the subject's own name, or null where it has none
 * @param operation what was done to it
 * @param origin where the save came from
 * @param languages the languages in which values changed
 * @param revision the revision since; 0 for what has none
 */
public record NodeEvent(
        long id,
        Instant at,
        String node,
        String store,
        String kind,
        String key,
        @Nullable String type,
        @Nullable String name,
        String operation,
        String origin,
        List<String> languages,
        long revision) {

    public NodeEvent {
        languages = List.copyOf(languages);
    }
}
