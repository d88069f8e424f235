package dev.synchronizer.saving;

/** What kind of thing is saved. */
public enum SubjectKind {
    /** An item. */
    ITEM,
    /**
     * The settings that administrators save for a type or a property, or take back. In a change set they have the
     * form of {@link dev.synchronizer.model.SettingValue#plain}.
     */
    OVERRIDES,
    /** A type or a property that administrators make, change or delete, with the settings that are saved beside it. */
    DEFINITION,
    /**
     * A type or a property that the synchronizer itself makes, changes or deletes, by the names of before the run. Handlers
     * may veto, and not change it; {@link SaveHandler#saving} is called wherever it is planned, in dry runs too, and may save
     * nothing.
     */
    MODEL,
    /** A rule that is kept as data, of which other servers and systems are told. Handlers are not called for it. */
    RULE
}
