package dev.synchronizer.settings;

import java.util.Locale;

/** What an override is good for. */
public enum Standing {
    /** It holds, and differs from the default. */
    EFFECTIVE,
    /** It holds, and is the same as the default: without it, nothing would change. */
    REDUNDANT,
    /** Code locks the setting, so that it does not hold (E4). */
    LOCKED,
    /** Code no longer declares the type or property, which is kept out of use. */
    OUT_OF_USE,
    /** This release does not know the setting, or can do nothing with the value. */
    UNKNOWN;

    /** The form in JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
