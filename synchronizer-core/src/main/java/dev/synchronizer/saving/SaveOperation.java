package dev.synchronizer.saving;

/** What a save does to its subject. */
public enum SaveOperation {
    /** Something new is made. */
    CREATE,
    /** Something gets other values, or other settings. */
    UPDATE,
    /** Something gets another name. */
    RENAME,
    /** An item is put below another one. */
    MOVE,
    /** An item is made as a copy of another one. */
    DUPLICATE,
    /** An item is put into the recycle bin; overrides are taken back; a type or property goes. */
    DELETE,
    /** An item is taken out of the recycle bin. */
    RESTORE,
    /** An item of the recycle bin is deleted for good. */
    PURGE
}
