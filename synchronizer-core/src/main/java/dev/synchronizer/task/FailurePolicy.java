package dev.synchronizer.task;

/** What becomes of later tasks where one has failed for good. */
public enum FailurePolicy {
    /** Those of the same key wait until somebody has it retried or dropped. */
    PARK,
    /** They go on. */
    SKIP,
    /** All tasks of the channel wait. */
    STOP
}
