package dev.synchronizer.saving;

/** What kind of thing is saved. */
public enum SubjectKind {
    /** An item. */
    ITEM,
    /** The settings that administrators saved for a type or a property. */
    OVERRIDES,
    /** A type or a property that administrators made. */
    DEFINITION,
    /** A type or a property that code declares. */
    MODEL
}
