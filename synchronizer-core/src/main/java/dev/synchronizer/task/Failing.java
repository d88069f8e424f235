package dev.synchronizer.task;

import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What becomes of deliveries that failed, by the policies of their channel. */
public final class Failing {
    /** What is not to be done now is looked at again after this part of the longest pause. */
    private static final int PARTS = 10;

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

    /**
     * The other side could not be reached: that says nothing of the task, and no attempt is counted. As the other side is left
     * alone for a while, the task itself need not wait.
     *
     * @param uncertain whether it may have arrived nevertheless, now or before
     */
    public StoredDelivery later(StoredDelivery delivery, boolean uncertain, String said) {
        Instant again = dispatch.now().plus(retries.pause(1, random));
        return delivery.stopped(DeliveryState.RETRY, again, uncertain, null, said)
                .withAttempts(delivery.attempts() - 1);
    }

    /**
     * Something is missing, which is no failure: it is looked for again when that has come, and now and then.
     *
     * @param since from when on it is to be told; the longer that is ago, the longer it waits
     * @param missing the keys of what is missing
     * @param coming whether any of that is on its way
     */
    public StoredDelivery blocked(
            StoredDelivery delivery, Instant since, List<String> missing, boolean coming, String said) {
        Long waitsFor = missing.isEmpty() ? null : (Long) StoredTask.hash(missing.get(0));
        DeliveryState how = coming ? DeliveryState.RETRY : DeliveryState.BLOCKED;
        return missing(delivery, how, again(since), waitsFor, said);
    }

    /** Once more after as much time as has gone by, within the limits of the policy. */
    private Instant again(Instant since) {
        Duration gone = Duration.between(since, dispatch.now());
        Duration least = gone.compareTo(retries.first()) < 0 ? retries.first() : gone;
        return dispatch.now().plus(least.compareTo(retries.longest()) > 0 ? retries.longest() : least);
    }

    private static StoredDelivery missing(
            StoredDelivery delivery, DeliveryState how, Instant again, @Nullable Long waitsFor, String said) {
        return delivery.stopped(how, again, false, waitsFor, said).withAttempts(delivery.attempts() - 1);
    }

    /** It was refused: tried again some times, and then dead. */
    public StoredDelivery refused(StoredDelivery delivery, String said) {
        return failed(delivery, false, Duration.ZERO, said);
    }

    /**
     * It failed: tried again some times, and then dead.
     *
     * @param uncertain whether it may have arrived nevertheless
     * @param pause how long it is to be left alone at least
     */
    public StoredDelivery failed(StoredDelivery delivery, boolean uncertain, Duration pause, String said) {
        if (delivery.attempts() < retries.attempts()) {
            return delivery.stopped(DeliveryState.RETRY, later(delivery, pause), uncertain, null, said);
        }
        return failures == FailurePolicy.SKIP
                ? delivery.ended(DeliveryState.DEAD, dispatch.now(), said)
                : delivery.stopped(DeliveryState.DEAD, null, uncertain, null, said);
    }

    private Instant later(StoredDelivery delivery, Duration least) {
        Instant asked = dispatch.now().plus(least);
        Instant pause = pause(delivery);
        return asked.isAfter(pause) ? asked : pause;
    }

    /**
     * It was not tried in earnest, or the other side could not for now: that is no failure, and it is looked at again after some
     * time.
     *
     * @param uncertain whether it may have arrived nevertheless, now or before
     */
    public StoredDelivery notNow(StoredDelivery delivery, boolean uncertain, Duration pause, String said) {
        Instant again = dispatch.now().plus(retries.longest().dividedBy(PARTS));
        Instant asked = dispatch.now().plus(pause);
        return delivery.stopped(DeliveryState.RETRY, asked.isAfter(again) ? asked : again, uncertain, null, said)
                .withAttempts(delivery.attempts() - 1);
    }

    /** Something is missing that somebody else brings: they wake it, and it is looked at now and then all the same. */
    public StoredDelivery awaiting(StoredDelivery delivery, String key, String said) {
        Instant again = dispatch.now().plus(retries.longest());
        return missing(delivery, DeliveryState.BLOCKED, again, StoredTask.hash(key), said);
    }
}
