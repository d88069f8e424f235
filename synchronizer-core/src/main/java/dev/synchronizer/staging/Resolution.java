package dev.synchronizer.staging;

/** How a conflict between two servers is decided. */
public enum Resolution {
    /** What this server holds is written over what the other one does. */
    OURS,
    /** This server takes over what the other one holds, and tells it nothing of its own. */
    THEIRS,
    /** What both have changed is put together, where that does not overlap. */
    MERGE
}
