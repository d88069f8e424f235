package dev.synchronizer.saving;

import java.io.Serial;
import java.util.function.IntPredicate;

/** A unit is rolled back and begins again, for something was not as it was taken to be. */
public final class StartOver extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient IntPredicate first;
    private final boolean locked;

    /**
     * Ends an attempt.
     *
     * @param first does what the next one needs, is given how often the unit has begun again, and says whether more is known
     *     now
     * @param locked whether the next one needs the store's lock
     */
    StartOver(IntPredicate first, boolean locked) {
        super(null, null, false, false);
        this.first = first;
        this.locked = locked;
    }

    /** Does what the next attempt needs; no connection is held meanwhile. */
    boolean prepare(int again) {
        return first.test(again);
    }

    boolean needsLock() {
        return locked;
    }
}
