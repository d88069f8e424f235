package dev.synchronizer.saving;

/** Where a save comes from. */
public enum SaveOrigin {
    /** An application that calls the library. */
    API,
    /** A person at a console or a user interface. */
    UI,
    /** The synchronization of types with code. */
    MODEL_SYNC,
    /**
     * A migration step. Its saves are held against no rule of their types, which are changing, and validators are not
     * called. Where a run converts values to another data type, no item is saved: that is part of the commit of the model.
     */
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
