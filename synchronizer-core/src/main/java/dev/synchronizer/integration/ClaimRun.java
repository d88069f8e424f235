package dev.synchronizer.integration;

import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.TaskQueue;
import dev.synchronizer.task.Claim;
import dev.synchronizer.task.Dispatch;
import dev.synchronizer.task.FailurePolicy;
import dev.synchronizer.task.RetryPolicy;
import dev.synchronizer.task.Round;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Takes tasks of one channel and has them done one after the other: of one key, none before the one ahead of it is done. */
final class ClaimRun implements Round {
    /** So many keys are taken at a time. */
    private static final int BATCH = 20;

    private final String channel;
    private final FailurePolicy failures;
    private final RetryPolicy retries;
    private final Dispatch dispatch;
    private final TaskQueue queue;
    private final Duration patience;
    private final Deed deed;

    /** Does what a task says. */
    @FunctionalInterface
    interface Deed {
        /** What has become of it, and is kept already. */
        StoredDelivery run(Claim claim);
    }

    /** @param patience after so long, what is not begun yet is given back: somebody else could take it otherwise meanwhile */
    ClaimRun(
            String channel,
            FailurePolicy failures,
            RetryPolicy retries,
            Dispatch dispatch,
            TaskQueue queue,
            Duration patience,
            Deed deed) {
        this.channel = channel;
        this.failures = failures;
        this.retries = retries;
        this.dispatch = dispatch;
        this.queue = queue;
        this.patience = patience;
        this.deed = deed;
    }

    @Override
    public String channel() {
        return channel;
    }

    @Override
    public boolean isDue() {
        return dispatch.hasDue(channel) && !isStopped();
    }

    /** Whether the other system is there, its connector alone knows: it says so of each task. */
    @Override
    public boolean run() {
        all(task -> {});
        return true;
    }

    @Override
    public void reachedAgain() {}

    @Override
    public RetryPolicy retries() {
        return retries;
    }

    /** All that is due, until nothing is. */
    RunCounts all(Consumer<ConnectorTask> told) {
        RunCounts counts = RunCounts.NOTHING;
        while (isDue()) {
            List<ConnectorTask> done = run(dispatch.take(channel, BATCH));
            done.forEach(told);
            counts = counts.and(done);
        }
        return counts;
    }

    /** One task, be it not due yet, and before it what it needs and what is ahead of it. */
    void one(ConnectorTask task) {
        Set<Long> keys = dispatch.keys(task.task(), channel);
        boolean further = true;
        while (further) {
            List<ConnectorTask> done = run(dispatch.takeNow(channel, keys, BATCH));
            boolean met = done.stream().anyMatch(each -> each.id() == task.id());
            further = !met && done.stream().anyMatch(ConnectorTask::isDone);
        }
    }

    /** Where one has failed for good, and all others are to wait for somebody to decide about it. */
    private boolean isStopped() {
        return failures == FailurePolicy.STOP && queue.isParked(channel);
    }

    private List<ConnectorTask> run(List<Claim> claims) {
        Instant end = dispatch.now().plus(patience);
        List<ConnectorTask> done = new ArrayList<>();
        List<Claim> back = new ArrayList<>();
        Set<Long> stuck = new HashSet<>();
        boolean stopped = false;
        for (Claim claim : claims) {
            long key = claim.delivery().keyHash();
            if (stopped || stuck.contains(key) || dispatch.now().isAfter(end)) {
                stuck.add(key);
                back.add(claim);
            } else {
                StoredDelivery delivery = deed.run(claim);
                done.add(ConnectorTask.of(claim.task(), delivery));
                if (delivery.waiting()) {
                    stuck.add(key);
                    stopped = isStopped();
                }
            }
        }
        if (!back.isEmpty()) {
            dispatch.release(back);
        }
        return done;
    }
}
