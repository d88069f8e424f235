package dev.synchronizer.store;

import java.time.Duration;

/**
 * Watches a store for changes, on the thread that calls. Only {@link #close} may be called from another one, and ends
 * the waiting.
 */
public interface ChangeWatch extends AutoCloseable {
    /** Waits until something may have changed, but no longer than this. */
    void await(Duration atMost) throws InterruptedException;

    /**
     * The number of the last change, by one small query; 0 where there is no schema.
     *
     * @throws dev.synchronizer.problem.ProblemsException if the database cannot be asked; the next call tries again
     */
    long changeNumber();

    /**
     * Whether the connection on which it was told of changes was lost since this was last asked. Who answers now may be
     * another server, or have lost what was last committed.
     */
    boolean wasLost();

    @Override
    void close();
}
