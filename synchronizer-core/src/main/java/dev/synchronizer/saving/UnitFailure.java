package dev.synchronizer.saving;

import dev.synchronizer.store.GaveWayException;
import org.jspecify.annotations.Nullable;

/**
 * What made a part of a unit fail: all of the unit does then, be it that somebody has caught it. What has the unit begin again
 * counts more than what came of that. Not thread-safe.
 */
public final class UnitFailure {
    private @Nullable Throwable first;
    private @Nullable Subject blamed;

    UnitFailure() {}

    public boolean isNone() {
        return first == null;
    }

    /**
     * Does what a save brings about behind its write. If anything fails in that, be it that somebody catches it, the unit ends
     * here, and it is known what was saved; of saves that have brought about each other, the first one.
     */
    public void blaming(Subject subject, Runnable deed) {
        try {
            deed.run();
            throwIfAny();
        } catch (Throwable e) {
            blame(subject);
            throw e;
        }
    }

    /** This is what was saved when something failed. */
    public void blame(Subject subject) {
        blamed = subject;
    }

    /** What was saved when something failed behind its write; null where nothing has, or where it cannot be told. */
    public @Nullable Subject blamed() {
        return blamed;
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
    public void throwIfAny() {
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
