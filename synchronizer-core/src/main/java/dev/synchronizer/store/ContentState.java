package dev.synchronizer.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a save has to know of the store, in one query.
 *
 * @param changeNumber the number of the last change of what nodes serve
 * @param remoteUntil until when nodes want to be told of saves; null where none ever did
 */
public record ContentState(long changeNumber, @Nullable Instant remoteUntil) {
    /** By how much the clocks of nodes may differ. */
    public static final Duration CLOCKS_APART = Duration.ofMinutes(30);

    /**
     * Whether a node wants to be told of a save at this moment, or may want to as its clock is slow.
     *
     * @param now by the clock of the node that saves
     */
    public boolean isListenedTo(Instant now) {
        return remoteUntil != null && now.isBefore(remoteUntil.plus(CLOCKS_APART));
    }
}
