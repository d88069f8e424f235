package dev.synchronizer.staging.directory;

/** What an import may do. */
public enum ImportMode {
    /** Make what is not there; what is there stays as it is. */
    CREATE_ONLY,
    /** The same, and have what is there become what the files say. */
    CREATE_AND_UPDATE,
    /** The same, and delete what has no file; items go into the recycle bin. */
    CREATE_UPDATE_AND_DELETE
}
