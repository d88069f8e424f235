package dev.synchronizer.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a save has to know of the store, in one query.
 *
 * @param changeNumber the number of the last change of what nodes serve
 * @param remoteUntil until when nodes want to be told of saves; null where none ever did
 */
public record ContentState(long changeNumber, @Nullable Instant remoteUntil) {
    /** Whether a node wants to be told of a save at this moment. */
    public boolean isListenedTo(Instant now) {
        return remoteUntil != null && now.isBefore(remoteUntil);
    }
}
