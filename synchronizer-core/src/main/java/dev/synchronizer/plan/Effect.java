package dev.synchronizer.plan;

import java.util.Locale;

/** What a changed code default does to people (C6). */
public enum Effect {
    /** It shows. */
    EFFECTIVE,
    /** An administrator's override hides it. */
    MASKED,
    /** An administrator's override now says the same. */
    REDUNDANT;

    /** The form in plans and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
