package dev.synchronizer.saving;

import dev.synchronizer.problem.ProblemCode;

/** Where a save comes from, for those who look at it: what holds for it does not hang on that. */
public enum SaveOrigin {
    /** An application that calls the library. */
    API,
    /** A person at a console or a user interface. */
    UI,
    /** The synchronization of types with code. */
    MODEL_SYNC,
    /**
     * A migration step. Where a run converts values to another data type, no item is saved: that is part of the commit of the
     * model.
     */
    MIGRATION,
    /** An import of items. */
    IMPORT,
    /** A rule that is kept as data. */
    RULE,
    /** Another server. */
    STAGING,
    /** Another system. */
    CONNECTOR;

    /** Whether it is one of the synchronizer's own, which nobody else can claim. */
    boolean isOwn() {
        return isOfRun() || this == RULE;
    }

    /** What to do where a save needs a decision that nobody makes. */
    String wayOut(ProblemCode code) {
        return isOfRun()
                ? "let it be decided without asking where the origin is " + this
                        + ", for nobody can be asked in a run; or run it without who asks"
                : code.fix();
    }

    private boolean isOfRun() {
        return this == MODEL_SYNC || this == MIGRATION;
    }
}
