package dev.synchronizer.model;

/** What is known of stored content when a plan judges a change. */
public enum Usage {
    /** There is no content: no change can concern any. */
    NONE,
    /** Nobody was asked, as when two sets of models are compared: a change is judged by the worst it could do. */
    UNKNOWN
}
