package dev.synchronizer.plan;

import dev.synchronizer.model.Standing;
import java.util.Locale;

/** What an override is worth after a run. */
public enum OverrideState {
    /** It holds, and differs from the default. */
    EFFECTIVE,
    /** It holds, and says what the default says: it could be taken back unnoticed. */
    REDUNDANT,
    /** Code locks the setting: it does not apply, and comes back if the lock goes. */
    LOCKED,
    /** This release does not know the setting, or cannot do anything with the value: it does not apply. */
    UNKNOWN,
    /** Its type or property is kept as an orphan: it applies again if that returns. */
    RESTING,
    /** It goes with its type or property. */
    DELETED;

    static OverrideState of(Standing standing) {
        return switch (standing) {
            case EFFECTIVE -> EFFECTIVE;
            case REDUNDANT -> REDUNDANT;
            case LOCKED -> LOCKED;
            case RESTING -> RESTING;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** Whether an administrator may want to do something about it. */
    public boolean needsAttention() {
        return this == REDUNDANT || this == LOCKED || this == UNKNOWN || this == DELETED;
    }

    /** The form in plans and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
