package dev.synchronizer.integration;

/** What became of a task that a connector was given. */
public enum Outcome {
    /** The other system has it. */
    OK,
    /** It failed, and is tried again, later each time; tasks of the same key wait for it. */
    ERROR,
    /** It failed for good: it is listed with its error, not tried again by itself, and tasks of the same key go on. */
    ERROR_AND_SKIP,
    /** Not now: it is tried again later as if it had not been tried, and tasks of the same key wait for it. */
    SKIP_NOW
}
