package dev.synchronizer.kafka;

import java.io.Serial;

/** A record could not be received this time. */
final class UnreceivedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    UnreceivedException(RuntimeException why) {
        super(why.toString(), why);
    }
}
