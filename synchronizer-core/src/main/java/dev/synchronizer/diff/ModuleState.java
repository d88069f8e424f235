package dev.synchronizer.diff;

import java.util.Locale;

/** How a module's version compares with the one that last committed (C3, C4), or with the one before an undone run. */
public enum ModuleState {
    /** Nothing of it is stored. */
    NEW,
    /** A higher version than the stored one: processed, and recorded. */
    NEWER,
    /** The stored version, or one that differs only behind major.minor: processed. */
    SAME,
    /** A lower major.minor than the stored one: its types are gated. */
    GATED,
    /** Stored, and not scanned: its types are left alone. */
    ABSENT,
    /** Stored, not scanned, and said to be gone: its types are orphans. */
    GONE,
    /** Stored by a run that is undone, and goes with it (D8). */
    UNDONE,
    /** A higher version than that to which an undone run takes it back (D8). */
    OLDER;

    /** The form in plans and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
