package dev.synchronizer.saving;

/** How grave a finding is, the lightest first. */
public enum SaveSeverity {
    /** It could be better: saved and told of. */
    SUGGESTION,
    /** It may be wrong: saved and told of. */
    WARNING,
    /** It is wrong: saved, and kept with the item until a later save is clean. */
    ERROR,
    /** It is saved only by somebody who confirms it, and then kept like an error. */
    CRITICAL,
    /** It is never saved. */
    FATAL
}
