package dev.synchronizer.store;

import java.util.Optional;
import java.util.UUID;

/** What other systems call items, one to one for each connector. Valid only in the transaction where it was handed out. */
public interface ForeignIds {
    /** The item that another system knows by this id. */
    Optional<UUID> item(String connector, String foreignId);

    /** The id by which another system knows an item. */
    Optional<String> foreignId(String connector, UUID item);

    /** Keeps that both belong together; neither may be bound yet. */
    void bind(String connector, String foreignId, UUID item);

    /** Forgets what a foreign id is bound to. */
    void release(String connector, String foreignId);
}
