package dev.synchronizer.integration;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a connector could not tell the other system of a change. The message is kept with the task and shown to people: it names
 * what failed, and holds no secret.
 */
public final class ConnectorException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Outcome outcome;
    private final @Nullable Duration retryAfter;

    /** @throws IllegalArgumentException for {@link Outcome#OK} */
    public ConnectorException(Outcome outcome, String message) {
        this(outcome, message, null, null);
    }

    /** @throws IllegalArgumentException for {@link Outcome#OK} */
    public ConnectorException(Outcome outcome, String message, @Nullable Throwable cause) {
        this(outcome, message, cause, null);
    }

    private ConnectorException(
            Outcome outcome, @Nullable String message, @Nullable Throwable cause, @Nullable Duration retryAfter) {
        super(message, cause);
        if (outcome == Outcome.OK) {
            throw new IllegalArgumentException("what has succeeded is no failure");
        }
        this.outcome = outcome;
        this.retryAfter = retryAfter;
    }

    /** The same, of which the other system has said how long it wants to be left alone. */
    public ConnectorException retryAfter(Duration pause) {
        return new ConnectorException(outcome, getMessage(), getCause(), pause);
    }

    /** What becomes of the task; never {@link Outcome#OK}. */
    public Outcome outcome() {
        return outcome;
    }

    /** How long the other system wants to be left alone; empty where it did not say. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
