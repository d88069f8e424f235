package dev.synchronizer.saving;

import java.io.Serial;

/** A unit is rolled back and begins again, for something was not as it was taken to be. */
public final class StartOver extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Runnable first;
    private final boolean locked;

    private StartOver(Runnable first, boolean locked) {
        super(null, null, false, false);
        this.first = first;
        this.locked = locked;
    }

    StartOver(Runnable first) {
        this(first, false);
    }

    static StartOver locked() {
        return new StartOver(() -> {}, true);
    }

    /** Does what the next attempt needs; no connection is held meanwhile. */
    public void prepare() {
        first.run();
    }

    /** Whether the next attempt needs the store's lock. */
    boolean needsLock() {
        return locked;
    }
}
