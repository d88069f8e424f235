package dev.synchronizer.diff;

import java.util.Locale;

/** What a change does to stored items and values, the gravest last (C5). */
public enum Grade {
    /** Every stored item and value stays valid and visible. */
    COMPATIBLE,
    /** Stored items or values stop being valid or visible; none is lost. */
    BREAKING,
    /** Stored values would be lost or altered. */
    LOSSY;

    public Grade and(Grade other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The form in plans and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
