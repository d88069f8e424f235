package dev.synchronizer.task;

import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs the tasks of one channel: those that are due, or one with all that it needs. What is said of the channel counts from
 * the next batch on. Safe for use by many threads.
 */
public final class ChannelRun implements Round {
    private final String channel;
    private final Supplier<Optional<Treatment>> treatments;
    private final TaskQueue queue;
    private final Dispatch dispatch;
    private volatile RetryPolicy retries;

    /**
     * Runs nothing before it is asked to.
     *
     * @param treatments says how the channel is treated now; nothing where it is gone
     * @param retries when it is tried again where it was never reached
     */
    public ChannelRun(
            String channel,
            Supplier<Optional<Treatment>> treatments,
            TaskQueue queue,
            Dispatch dispatch,
            RetryPolicy retries) {
        this.channel = channel;
        this.treatments = treatments;
        this.queue = queue;
        this.dispatch = dispatch;
        this.retries = retries;
    }

    @Override
    public String channel() {
        return channel;
    }

    @Override
    public boolean isDue() {
        return dispatch.hasDue(channel) && open().isPresent();
    }

    @Override
    public RunSummary run() {
        return all(done -> {});
    }

    @Override
    public RetryPolicy retries() {
        return retries;
    }

    /** All that is due, until nothing is, the other side cannot be reached, or all have to wait. */
    public RunSummary all(Consumer<Done> told) {
        RunSummary summary = RunSummary.NOTHING;
        while (summary.isReached() && dispatch.hasDue(channel)) {
            Treatment treatment = open().orElse(null);
            if (treatment == null) {
                return summary;
            }
            List<Done> done = run(treatment, treatment.dispatch().take(channel, treatment.most()), Instant.MAX);
            done.forEach(told);
            summary = summary.and(done);
        }
        return summary;
    }

    /** One task, be it not due yet, and before it what it needs and what is ahead of it; until it was tried, or something stands in its way. */
    public RunSummary one(StoredTask task) {
        return one(task, Instant.MAX, this::current, (taking, keys, most) -> taking.takeNow(channel, keys, most));
    }

    /**
     * The same, as far as that is due and nothing holds up the channel, for somebody who waits for it.
     *
     * @param longest after so long, nothing more is begun
     */
    public RunSummary oneIfDue(StoredTask task, Duration longest) {
        Instant end = dispatch.now().plus(longest);
        return one(task, end, this::open, (taking, keys, most) -> taking.takeDue(channel, keys, most));
    }

    private interface Taking {
        List<Claim> take(Dispatch taking, Set<Long> keys, int most);
    }

    private RunSummary one(StoredTask task, Instant end, Supplier<Optional<Treatment>> treated, Taking way) {
        RunSummary summary = RunSummary.NOTHING;
        boolean further = true;
        while (further && !dispatch.now().isAfter(end)) {
            List<Done> done = treated.get()
                    .map(treatment -> run(treatment, claims(treatment, task, way), end))
                    .orElse(List.of());
            summary = summary.and(done);
            boolean met = done.stream().anyMatch(each -> each.isOf(task.id()));
            further = !met && done.stream().anyMatch(each -> !each.delivery().waiting());
        }
        return summary;
    }

    private List<Claim> claims(Treatment treatment, StoredTask task, Taking way) {
        Dispatch taking = treatment.dispatch();
        return way.take(taking, taking.keys(task, channel), treatment.most());
    }

    /** One about which somebody has decided. */
    public void decided(long task, String outcome) {
        current()
                .ifPresent(treatment ->
                        run(treatment, treatment.dispatch().takeDecided(task, channel, outcome), Instant.MAX));
    }

    private List<Done> run(Treatment treatment, List<Claim> claims, Instant end) {
        return claims.isEmpty() ? List.of() : new Batch(treatment, () -> isStopped(treatment), claims, end).run();
    }

    private Optional<Treatment> current() {
        Optional<Treatment> treatment = treatments.get();
        treatment.ifPresent(found -> retries = found.retries());
        return treatment;
    }

    private Optional<Treatment> open() {
        return current().filter(treatment -> treatment.open() && !isStopped(treatment));
    }

    /** Where one has failed for good, and all others are to wait for somebody to decide about it. */
    private boolean isStopped(Treatment treatment) {
        return treatment.failures() == FailurePolicy.STOP && queue.isParked(channel);
    }
}
