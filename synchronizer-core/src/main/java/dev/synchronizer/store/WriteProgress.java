package dev.synchronizer.store;

/** Is told how far a long write has come. */
@FunctionalInterface
public interface WriteProgress {
    /** Called after each batch, on the writing thread, with rows of types and properties. */
    void written(int rows, int total);
}
