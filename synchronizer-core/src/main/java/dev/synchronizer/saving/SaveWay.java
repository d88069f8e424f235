package dev.synchronizer.saving;

import dev.synchronizer.store.SyncStore;

/**
 * What all saves of a store go through.
 *
 * @param units the units of work
 * @param path the steps that each save takes
 */
public record SaveWay(Units units, SavePath path) {
    /** A way on which nobody looks at what is saved. */
    public static SaveWay unobserved(SyncStore store) {
        return new SaveWay(new Units(store), SavePath.unobserved());
    }
}
