package dev.synchronizer.content;

import java.io.Serial;

/** Definitions are not those any more with which a piece of work began: it begins again. */
final class Moved extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    Moved() {
        super(null, null, false, false);
    }
}
