package dev.synchronizer.rule.cel;

import java.io.Serial;

/**
 * Ends an evaluation that takes too much. No exception can: the language takes those within {@code &&} and {@code ||} for
 * values, and goes on with the next element of a loop.
 */
final class CutOff extends Error {
    @Serial
    private static final long serialVersionUID = 1;

    CutOff(String reason) {
        super(reason, null, false, false);
    }

    /** Why it was cut off. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
