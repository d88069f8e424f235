package dev.synchronizer.saving;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a save changes at one place.
 *
 * @param place where
 * @param kind how
 * @param before what stood there, of the class that its values have; empty where there was nothing
 * @param after what is to stand there; empty where there is to be nothing
 */
public record Change(ChangedPlace place, Kind kind, Optional<Object> before, Optional<Object> after) {

    /** How something changes. */
    public enum Kind {
        /** There was nothing. */
        ADDED,
        /** There was something else. */
        CHANGED,
        /** There is to be nothing. */
        REMOVED,
        /** What was saved is taken back, so that the default shows again. */
        RESET
    }

    /** A change from one thing to another one, one of which may be nothing. */
    static Change between(ChangedPlace place, @Nullable Object before, @Nullable Object after) {
        Kind kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
        return new Change(place, kind, Optional.ofNullable(before), Optional.ofNullable(after));
    }

    /** Such as {@code teaser[de]: "old" -> "new"}. */
    @Override
    public String toString() {
        return place + " " + kind;
    }
}
