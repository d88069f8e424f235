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
    private final boolean unreachable;
    private final @Nullable Duration retryAfter;

    /** @throws IllegalArgumentException for {@link Outcome#OK} */
    public ConnectorException(Outcome outcome, String message) {
        this(outcome, message, null, false, null);
    }

    /** @throws IllegalArgumentException for {@link Outcome#OK} */
    public ConnectorException(Outcome outcome, String message, @Nullable Throwable cause) {
        this(outcome, message, cause, false, null);
    }

    private ConnectorException(
            Outcome outcome,
            @Nullable String message,
            @Nullable Throwable cause,
            boolean unreachable,
            @Nullable Duration retryAfter) {
        super(message, cause);
        if (outcome == Outcome.OK) {
            throw new IllegalArgumentException("what has succeeded is no failure");
        }
        this.outcome = outcome;
        this.unreachable = unreachable;
        this.retryAfter = retryAfter;
    }

    /**
     * The other system is not there, or takes in nothing from anybody for now. That says nothing of the task: its outcome is
     * {@link Outcome#SKIP_NOW}, and all tasks of the connector wait, for longer each time, until the system is there again.
     */
    public static ConnectorException unreachable(String message, @Nullable Throwable cause) {
        return new ConnectorException(Outcome.SKIP_NOW, message, cause, true, null);
    }

    /** The same, of which the other system has said how long it wants to be left alone. */
    public ConnectorException retryAfter(Duration pause) {
        return new ConnectorException(outcome, getMessage(), getCause(), unreachable, pause);
    }

    /** What becomes of the task; never {@link Outcome#OK}. */
    public Outcome outcome() {
        return outcome;
    }

    /** Whether the other system was not there at all. */
    public boolean isUnreachable() {
        return unreachable;
    }

    /** How long the other system wants to be left alone; empty where it did not say. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
