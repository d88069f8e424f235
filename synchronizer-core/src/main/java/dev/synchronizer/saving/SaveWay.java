package dev.synchronizer.saving;

import dev.synchronizer.store.SyncStore;

/**
 * What all saves of a store go through.
 *
 * @param units the units of work
 * @param path the steps that each save takes
 * @param options how it is saved where nothing else is said
 */
public record SaveWay(Units units, SavePath path, SaveOptions options) {
    /** A way that applications take. */
    public SaveWay(Units units, SavePath path) {
        this(units, path, SaveOptions.standard());
    }

    /** The same way, on which is saved otherwise where nothing else is said. */
    public SaveWay with(SaveOptions others) {
        return new SaveWay(units, path, others);
    }

    /** A way on which nobody looks at what is saved. */
    public static SaveWay unobserved(SyncStore store) {
        return new SaveWay(new Units(store), SavePath.unobserved());
    }
}
