package dev.synchronizer.saving;

/** Where a save comes from. */
public enum SaveOrigin {
    /** An application that calls the library. */
    API,
    /** A person at a console or a user interface. */
    UI,
    /** The synchronization of types with code. */
    MODEL_SYNC,
    /** A migration step. */
    MIGRATION,
    /** An import of items. */
    IMPORT,
    /** A rule that is kept as data. */
    RULE,
    /** Another server. */
    STAGING,
    /** Another system. */
    CONNECTOR
}
