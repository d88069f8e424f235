package dev.synchronizer.problem;

/** What a problem does to a run; the command line derives its exit code from the gravest. */
public enum ProblemKind {
    /** The caller asked for something that does not exist or does not fit together. */
    USAGE,
    /** Something could not be read, reached or written. */
    FAILURE,
    /** The model breaks a rule. */
    INVALID_MODEL,
    /** The run is possible, but was refused to protect what is stored. */
    REFUSAL,
    /** The run is possible and harmless, but a policy of the caller forbids it. */
    POLICY,
    /** Worth knowing; nothing is held up. */
    ADVICE
}
