package dev.synchronizer.plan;

import java.util.Locale;

/** What a plan does about a type or property. */
public enum Action {
    CREATE,
    UPDATE,
    DELETE,
    /** Left as it is, though it is an orphan. */
    KEEP,
    NONE;

    /** Whether carrying it out changes what is stored. */
    public boolean isPending() {
        return this == CREATE || this == UPDATE || this == DELETE;
    }

    /** The form in plans and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
