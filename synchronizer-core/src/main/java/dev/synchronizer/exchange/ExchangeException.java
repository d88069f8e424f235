package dev.synchronizer.exchange;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A request was not answered; the kind says what may have become of it. */
public final class ExchangeException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Kind kind;

    ExchangeException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** What the other side has done by then. */
    public enum Kind {
        /** It has not got the request. */
        NOT_DELIVERED,

        /** It has got the request, or somebody before it has, and has done nothing. */
        REFUSED,

        /** It has done nothing, for the request has more bytes than it may have; fewer at once may go through. */
        TOO_LARGE,

        /** Nothing, or all of it: send it again, and have the other side notice what it has done already. */
        UNCERTAIN
    }
}
