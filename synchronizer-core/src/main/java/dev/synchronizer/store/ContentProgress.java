package dev.synchronizer.store;

/** Is told, on the running thread, how far a run's work on content has come. */
@FunctionalInterface
public interface ContentProgress {
    /**
     * Called after each batch.
     *
     * @param what the property or the step that is worked on
     * @param done how many values or items are done with
     * @param total how many there are
     */
    void done(String what, long done, long total);
}
