package dev.synchronizer.saving;

/** Gives handlers ways to save and to read. */
@FunctionalInterface
public interface Doors {
    /**
     * A way to the store.
     *
     * @param door its class
     * @param options how it saves
     * @throws IllegalArgumentException if there is none of this class
     */
    <T> T open(Class<T> door, SaveOptions options);
}
