package dev.synchronizer.diff;

import java.util.Locale;

/** What a comparison finds a type or property to be; each is exactly one of these (C2). */
public enum ChangeState {
    /** Declared, and not stored: it is created. */
    NEW,
    /** Declared and stored, and something differs: it is updated. */
    UPDATED,
    /** Declared and stored alike: nothing to do. */
    IDENTICAL,
    /** Stored from code that no longer declares it. */
    ORPHANED,
    /** In a module, or on top of one, of which a newer version has committed: left alone. */
    GATED,
    /** Declared and stored in ways that contradict each other: somebody has to decide. */
    CONFLICT,
    /** Stored by a module that is not scanned: left alone. */
    ABSENT;

    /** The form in plans and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
