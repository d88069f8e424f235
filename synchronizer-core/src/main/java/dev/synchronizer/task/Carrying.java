package dev.synchronizer.task;

import dev.synchronizer.store.StoredTask;

/** Which tasks of one key are told at once, by the last of them; the others are superseded by it. A pure function. */
@FunctionalInterface
public interface Carrying {
    /** Whatever nobody has tried, be it that it waits for something: each task tells all that the thing is. */
    Carrying ALL = (first, next) -> true;

    /** Each is told by itself. */
    Carrying NONE = (first, next) -> false;

    /**
     * Whether a later task carries along those before it.
     *
     * @param first the first of these; as the other one without its payload
     */
    boolean carries(StoredTask first, StoredTask next);
}
