package dev.synchronizer.staging.directory;

/** What an import does to a thing. */
public enum ImportAction {
    /** It is made. */
    CREATE,
    /** It becomes what its file says; out of the recycle bin, if it is there. */
    UPDATE,
    /** It is deleted, as it has no file; an item goes into the recycle bin. */
    DELETE,
    /** Nothing, as it is what its file says. */
    NONE,
    /** Nothing, as a filter or a mode says so. */
    SKIP
}
