package dev.synchronizer.store;

/** What a store's schema is to this program. */
public enum SchemaState {
    /** There is none; nothing was ever stored. */
    MISSING,
    /** An older one, or one whose making was interrupted: {@link SyncStore#prepare} completes it. */
    OUTDATED,
    /** The one that this program knows. */
    CURRENT
}
