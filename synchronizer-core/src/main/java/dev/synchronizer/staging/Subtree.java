package dev.synchronizer.staging;

/** What becomes of items that stand below the same one on the other server alone. */
public enum Subtree {
    /** They go into the recycle bin there. */
    COMPLETE,
    /** They stay. */
    INCREMENTAL
}
