package dev.synchronizer.model;

import java.util.Locale;

/** What an override is worth as things stand. */
public enum Standing {
    /** It holds, and differs from the default. */
    EFFECTIVE,
    /** It holds, and says what the default says by now: it could be taken back unnoticed. */
    REDUNDANT,
    /** Code locks the setting: it does not apply, and comes back if the lock goes (E4). */
    LOCKED,
    /** Its type or property is kept as an orphan: it applies again if that returns. */
    RESTING,
    /** This release does not know the setting, or cannot do anything with the value: it does not apply. */
    UNKNOWN;

    /** Whether it holds. */
    public boolean applies() {
        return this == EFFECTIVE || this == REDUNDANT;
    }

    /** The form in reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
