package dev.synchronizer.integration;

import java.util.Optional;
import java.util.UUID;

/** What another system calls items; kept in the database for each connector, one to one. */
public interface IdTranslator {
    /** The item that the other system knows by this id. */
    Optional<UUID> item(String foreignId);

    /** The id by which the other system knows an item. */
    Optional<String> foreignId(UUID item);

    /**
     * Keeps by which id the other system knows an item, together with the outcome of the task.
     *
     * @throws dev.synchronizer.problem.ProblemsException if one of both is bound to something else
     */
    void bind(UUID item, String foreignId);

    /**
     * The item that the other system knows by this id.
     *
     * @throws UnknownForeignIdException if it has not come yet
     */
    default UUID require(String foreignId) {
        return item(foreignId).orElseThrow(() -> new UnknownForeignIdException(foreignId));
    }
}
