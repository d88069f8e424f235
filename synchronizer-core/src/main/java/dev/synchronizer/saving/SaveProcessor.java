package dev.synchronizer.saving;

/**
 * A step of the pipeline that an application puts among the built-in ones. It is called for every save that passes there, by
 * many threads at once, and unlike a handler each time.
 */
public interface SaveProcessor {
    /** Its name, by which it is placed, switched off and reported. */
    String name();

    /**
     * Does its part. Before the write it may set values, tell of findings, ask, and veto; behind it, it may look only.
     */
    void process(SavingEvent event);

    /** Whether it may refuse a save or change it, and therefore has to stand before the write. */
    default boolean aborts() {
        return true;
    }
}
