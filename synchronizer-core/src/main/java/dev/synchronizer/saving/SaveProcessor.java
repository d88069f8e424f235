package dev.synchronizer.saving;

import java.util.Set;

/**
 * A step of the pipeline that an application puts among the built-in ones. It is called for every save of its kinds that
 * passes there, by many threads at once, and unlike a handler each time.
 */
public interface SaveProcessor {
    /** Its name, by which it is placed, switched off and reported. */
    String name();

    /**
     * Does its part. Before the write it may set values, tell of findings, ask, and veto; behind it, it may look only.
     */
    void process(SavingEvent event);

    /** What it is called for: items alone where nothing else is said. Asked once, when it is placed. */
    default Set<SubjectKind> kinds() {
        return Set.of(SubjectKind.ITEM);
    }

    /** Whether it may refuse a save or change it, and therefore has to stand before the write. */
    default boolean aborts() {
        return true;
    }
}
