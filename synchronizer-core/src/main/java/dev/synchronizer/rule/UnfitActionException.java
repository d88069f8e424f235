package dev.synchronizer.rule;

import java.io.Serial;

/** An action is none for items of a type; the message says why, and {@link #fix} what to do, be it nothing in particular. */
final class UnfitActionException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String message;
    private final String fix;

    UnfitActionException(String message, String fix) {
        this.message = message;
        this.fix = fix;
    }

    @Override
    public String getMessage() {
        return message;
    }

    String fix() {
        return fix;
    }
}
