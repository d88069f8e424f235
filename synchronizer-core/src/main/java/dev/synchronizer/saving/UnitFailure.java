package dev.synchronizer.saving;

import dev.synchronizer.store.GaveWayException;
import org.jspecify.annotations.Nullable;

/**
 * What made a part of a unit fail: all of the unit does then, be it that somebody has caught it. What has the unit begin again
 * counts more than what came of that. Not thread-safe.
 */
final class UnitFailure {
    private @Nullable Throwable first;

    boolean isNone() {
        return first == null;
    }

    void add(Throwable failure) {
        Throwable weighty =
                GaveWayException.behind(failure).<Throwable>map(e -> e).orElse(failure);
        if (first == null || weight(weighty) > weight(first)) {
            first = weighty;
        }
    }

    private static int weight(Throwable failure) {
        return failure instanceof StartOver ? 2 : failure instanceof GaveWayException ? 1 : 0;
    }

    /** Throws it as it was thrown, checked or not; unless all is well. */
    void throwIfAny() {
        if (first != null) {
            throw UnitFailure.<RuntimeException>asItIs(first);
        }
    }

    /** Throws it if the unit is to begin again, whatever somebody has made of that meanwhile. */
    void throwIfAgain() {
        if (first != null && weight(first) > 0) {
            throwIfAny();
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E asItIs(Throwable failure) throws E {
        throw (E) failure;
    }
}
