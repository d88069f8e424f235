package dev.synchronizer.staging;

import java.io.Serial;

/** Nothing is known of what became of what was sent. */
public final class DeliveryException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final boolean uncertain;

    /**
     * Says what failed.
     *
     * @param uncertain whether it may have arrived nevertheless
     */
    public DeliveryException(String message, boolean uncertain, Throwable cause) {
        super(message, cause);
        this.uncertain = uncertain;
    }

    /** Whether it may have arrived nevertheless. */
    public boolean isUncertain() {
        return uncertain;
    }
}
