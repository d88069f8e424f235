package dev.synchronizer.problem;

import java.util.Locale;

/** How much a problem matters, the worst first. */
public enum Severity {
    /** Nothing is committed while it stands. */
    ERROR,
    /** Reported, and suppressible where it stands. */
    WARNING;

    /** The form in plans and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
