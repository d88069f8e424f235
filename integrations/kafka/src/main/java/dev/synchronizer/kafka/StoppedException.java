package dev.synchronizer.kafka;

import java.io.Serial;

/** Somebody has decided that no further record is to be received. */
final class StoppedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final RuntimeException why;

    StoppedException(RuntimeException why) {
        super(why.getMessage(), why);
        this.why = why;
    }

    RuntimeException why() {
        return why;
    }
}
