package dev.synchronizer.settings;

/** What an administrator's call did. */
public sealed interface Written permits SavedSettings, RevertedSettings, DefinedType, Undefined {
    /** The number of the last change that was logged; 0 where nothing was written. */
    long changeNumber();

    default boolean isWritten() {
        return changeNumber() > 0;
    }
}
