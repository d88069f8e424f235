package dev.synchronizer.integration;

import java.io.Serial;

/** An item is needed that another system knows, and that has not come from there yet; the task that needs it waits. */
public final class UnknownForeignIdException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String foreignId;

    public UnknownForeignIdException(String foreignId) {
        super("no item has come yet that the other system knows as " + foreignId);
        this.foreignId = foreignId;
    }

    public String foreignId() {
        return foreignId;
    }
}
