package dev.synchronizer.integration;

/** Takes in changes of other systems. Safe for use by many threads. */
@FunctionalInterface
public interface IncomingTasks {
    /**
     * Keeps a change, and has it done in the background; when this returns, it is not lost any more.
     *
     * @param connector the name of the connector that says what becomes of it
     * @return whether it is new; one that has come before is left out of account
     * @throws IllegalArgumentException if it can never be kept, however often it comes
     * @throws dev.synchronizer.problem.ProblemsException if there is no such connector, or the database fails
     */
    boolean receive(String connector, IncomingTask task);
}
