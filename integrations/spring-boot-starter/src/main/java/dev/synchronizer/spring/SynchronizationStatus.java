package dev.synchronizer.spring;

import java.util.Locale;

/** How the application's content types stand, the worst last. */
public enum SynchronizationStatus {
    /** What code declares is stored, and nothing is left to do. */
    IN_SYNC,
    /** A newer release of a module has committed: this node leaves its types alone. */
    GATED,
    /** Changes wait to be committed. */
    PENDING,
    /** Code and store contradict each other: somebody has to decide. */
    CONFLICT,
    /** The content types could not be synchronized; the application runs with what is stored. */
    FAILED;

    /** The form in reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
