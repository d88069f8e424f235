package dev.synchronizer.task;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a thing.
 *
 * @param before what it was; null where it was not there
 * @param after what it is; null where it is gone
 */
public record StateChange(
        @Nullable SubjectState before, @Nullable SubjectState after) {
    /** The places at which something changes. */
    public SortedSet<String> places() {
        return SubjectState.differing(before, after);
    }

    /** Whether it is made, or gone. */
    public boolean isOfExistence() {
        return (before == null) != (after == null);
    }

    public boolean isNone() {
        return !isOfExistence() && places().isEmpty();
    }
}
