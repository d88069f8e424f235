package dev.synchronizer.task;

import dev.synchronizer.store.StoredDelivery;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of a task that was tried.
 *
 * @param claim what was tried
 * @param delivery how it stands since
 * @param rest how long the other side is to be left alone at least, where it could not be reached; empty where it was
 */
public record Done(Claim claim, StoredDelivery delivery, Optional<Duration> rest) {
    /** One of which the other side has said something. */
    public static Done reached(Claim claim, StoredDelivery delivery) {
        return new Done(claim, delivery, Optional.empty());
    }

    /** Whether the other side has said something of it. */
    boolean isReached() {
        return rest.isEmpty();
    }

    /** Whether it was tried by this one, be it that a later one has carried it along. */
    boolean isOf(long task) {
        return claim.tasks().stream().anyMatch(each -> each.id() == task);
    }
}
