package dev.synchronizer.task;

/** The tasks of one channel, as somebody in the background sees to them. Safe for use by many threads. */
public interface Round {
    /** See {@link dev.synchronizer.store.TaskDirection#channel}. */
    String channel();

    /** Whether any task is due. */
    boolean isDue();

    /**
     * Runs the tasks that are due.
     *
     * @return whether the other side was reached; where it was not, it is left alone for a while
     */
    boolean run();

    /** The other side is reached again: what failed for its sake need not wait any longer. */
    void reachedAgain();

    /** When the other side is tried again that was not reached. */
    RetryPolicy retries();
}
