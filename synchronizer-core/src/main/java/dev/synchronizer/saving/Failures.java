package dev.synchronizer.saving;

import dev.synchronizer.store.SaveFailure;

/** Keeps what failed after a save was committed, so that somebody can look after it. */
@FunctionalInterface
public interface Failures {
    /** Keeps a failure for good, in a transaction of its own. */
    void record(SaveFailure failure);
}
