package dev.synchronizer.exchange;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Nothing was done of what a proven sender asks, and it is told why. */
public final class RefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** @param said what the sender is told, in words */
    public RefusedException(String said, @Nullable Throwable cause) {
        super(said, cause);
    }
}
