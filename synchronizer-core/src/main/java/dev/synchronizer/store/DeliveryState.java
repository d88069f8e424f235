package dev.synchronizer.store;

/** How far a task has come at one of its channels. */
public enum DeliveryState {
    /** It waits for its turn. */
    PENDING,
    /** Somebody is at work on it, or was when their process ended. */
    RUNNING,
    /** It is done. */
    DONE,
    /** It failed, and is tried again. */
    RETRY,
    /** Something is missing there that is not on its way. */
    BLOCKED,
    /** The other server has changed the same since, and somebody has to decide. */
    CONFLICT,
    /** It failed for good. */
    DEAD,
    /** A later task of the same key carries it along. */
    SUPERSEDED,
    /** Somebody has dropped it. */
    DROPPED
}
