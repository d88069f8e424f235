package dev.synchronizer.task;

/** The tasks of one channel, as somebody in the background sees to them. Safe for use by many threads. */
public interface Round {
    /** See {@link dev.synchronizer.store.TaskDirection#channel}. */
    String channel();

    /** Whether any task is due. */
    boolean isDue();

    /** Runs the tasks that are due. */
    RunSummary run();

    /** When the other side is tried again that was not reached. */
    RetryPolicy retries();
}
