package dev.synchronizer.task;

/** Looks at tasks where they are logged. Called by many threads. */
public interface TaskHandler {
    /** A name by which failures call it. */
    String name();

    /**
     * Called in the transaction of the save, before the task is written; what it throws fails the save. It can have less told,
     * or nothing, and saves nothing.
     */
    default void taskLogging(TaskLoggingEvent event) {}

    /** Called when the task is committed; what it throws is recorded, and the save stands. */
    default void taskLogged(TaskLoggedEvent event) {}
}
