package dev.synchronizer.task;

import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** What becomes of deliveries that failed, by the policies of their channel. */
public final class Failing {
    private final RetryPolicy retries;
    private final FailurePolicy failures;
    private final Dispatch dispatch;
    private final RandomGenerator random;

    public Failing(RetryPolicy retries, FailurePolicy failures, Dispatch dispatch, RandomGenerator random) {
        this.retries = retries;
        this.failures = failures;
        this.dispatch = dispatch;
        this.random = random;
    }

    private Instant pause(StoredDelivery delivery) {
        return dispatch.now().plus(retries.pause(delivery.attempts(), random));
    }

    /** The other side could not be reached, or is not able to for now: that says nothing of the task, and it is tried for ever. */
    public StoredDelivery later(StoredDelivery delivery, boolean uncertain, String said) {
        return delivery.stopped(DeliveryState.RETRY, pause(delivery), uncertain, null, said);
    }

    /**
     * Something is missing: it is looked for again when that has come, and now and then.
     *
     * @param missing the keys of what is missing
     * @param coming whether any of that is on its way
     */
    public StoredDelivery blocked(StoredDelivery delivery, List<String> missing, boolean coming, String said) {
        Long waitsFor = missing.isEmpty() ? null : (Long) StoredTask.hash(missing.get(0));
        return delivery.stopped(
                coming ? DeliveryState.RETRY : DeliveryState.BLOCKED, pause(delivery), false, waitsFor, said);
    }

    /** It was refused: tried again some times, and then dead. */
    public StoredDelivery refused(StoredDelivery delivery, String said) {
        if (delivery.attempts() < retries.attempts()) {
            return delivery.stopped(DeliveryState.RETRY, pause(delivery), false, null, said);
        }
        return failures == FailurePolicy.SKIP
                ? delivery.ended(DeliveryState.DEAD, dispatch.now(), said)
                : delivery.stopped(DeliveryState.DEAD, null, false, null, said);
    }
}
