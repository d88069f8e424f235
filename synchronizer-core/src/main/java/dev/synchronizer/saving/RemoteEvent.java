package dev.synchronizer.saving;

import java.time.Instant;
import java.util.Set;

/**
 * A save that another node committed.
 *
 * @param store the name of the store
 * @param node the node that committed it
 * @param at when that was, by that node's clock
 * @param subject what was saved
 * @param operation what was done to it
 * @param origin where it came from
 * @param languages the languages in which something changed; the empty one for what is of none in particular
 * @param revision the revision that an item was raised to; 0 for all else
 */
public record RemoteEvent(
        String store,
        String node,
        Instant at,
        Subject subject,
        SaveOperation operation,
        SaveOrigin origin,
        Set<String> languages,
        long revision) {
    public RemoteEvent {
        languages = Set.copyOf(languages);
    }
}
