package dev.synchronizer.problem;

/** How much it matters what is found in an item that is saved, the least first. */
public enum FindingSeverity {
    /** Saved and reported: it could be better. */
    SUGGESTION,
    /** Saved and reported: it is likely wrong. */
    WARNING,
    /** Saved and kept with the item, which cannot be staged until a later save is without it. */
    ERROR,
    /** Saved only where somebody confirms it. */
    CRITICAL,
    /** Never saved. */
    FATAL
}
