package dev.synchronizer.exchange;

import java.io.Serial;

/** Ends a request before anything is done for it. */
final class Refusal extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final int status;
    private final String said;

    /**
     * @param said what the sender is told
     * @param reason what the log is told
     */
    Refusal(int status, String said, String reason) {
        super(reason, null, false, false);
        this.status = status;
        this.said = said;
    }

    /** Whoever cannot prove who it is learns nothing of why. */
    static Refusal unproven(String reason) {
        return new Refusal(
                401, "names, secrets and clocks have to agree; the log of this server says what does not", reason);
    }

    int status() {
        return status;
    }

    String said() {
        return said;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
