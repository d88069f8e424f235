package dev.synchronizer.task;

import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.TaskQueue;
import dev.synchronizer.store.TaskQueue.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What people decide about tasks that nobody is at work on: that they are tried anew, dropped or done. Safe for use by many threads. */
public final class Decisions {
    private static final int PAGE = 500;

    private final TaskQueue queue;
    private final Supplier<Instant> now;

    Decisions(TaskQueue queue, Supplier<Instant> now) {
        this.queue = queue;
        this.now = now;
    }

    /**
     * Ends all that waits of the key of one that is in conflict, in a transaction that is under way.
     *
     * @param outcome what is said of these
     * @return whether it is in conflict still; where not, nothing is done
     */
    public boolean endKey(Work work, StoredDelivery conflict, String outcome) {
        String channel = conflict.channel();
        if (work.find(conflict.task(), channel)
                .filter(found -> found.state() == DeliveryState.CONFLICT)
                .isEmpty()) {
            return false;
        }
        List<StoredDelivery> waiting = work.waiting(channel, Set.of(conflict.keyHash()));
        while (!waiting.isEmpty()) {
            List<StoredDelivery> ended = waiting.stream()
                    .flatMap(each -> work.find(each.task(), channel).stream())
                    .map(each -> each.ended(DeliveryState.DONE, now.get(), outcome))
                    .toList();
            work.update(ended);
            Waking.others(work, ended, now.get());
            waiting = work.waiting(channel, Set.of(conflict.keyHash()));
        }
        return true;
    }

    /** What is tried again later is due now. */
    public void hasten(String channel) {
        queue.working(work -> {
            work.hasten(channel, now.get());
            return channel;
        });
    }

    /**
     * Has tasks tried anew as if they never had been.
     *
     * @param wanted which of those that nobody is at work on
     * @param told is told of each
     */
    public void reviveAll(
            String channel,
            Set<DeliveryState> states,
            Predicate<StoredDelivery> wanted,
            Consumer<StoredDelivery> told) {
        TaskQueue.Filter filter = new TaskQueue.Filter(null, channel, states);
        List<StoredDelivery> page = queue.page(filter, 0, PAGE);
        while (!page.isEmpty()) {
            List<Long> tasks = page.stream().map(StoredDelivery::task).toList();
            queue.working(work ->
                            revive(work, tasks, channel, found -> states.contains(found.state()) && wanted.test(found)))
                    .forEach(told);
            page = queue.page(filter, tasks.get(tasks.size() - 1), PAGE);
        }
    }

    private List<StoredDelivery> revive(Work work, List<Long> tasks, String channel, Predicate<StoredDelivery> wanted) {
        List<StoredDelivery> revived = tasks.stream()
                .flatMap(task -> work.find(task, channel).stream())
                .filter(found -> !found.isUnderWay(now.get()) && wanted.test(found))
                .map(found -> found.revived(now.get()))
                .toList();
        work.update(revived);
        return revived;
    }

    /** Somebody decides about a delivery that nobody is at work on: it is tried anew, dropped or done. */
    public Optional<StoredDelivery> decide(long task, String channel, UnaryOperator<StoredDelivery> change) {
        return queue.working(work -> work.find(task, channel).map(found -> {
            if (found.isUnderWay(now.get())) {
                return found;
            }
            StoredDelivery changed = change.apply(found);
            work.update(List.of(changed));
            Waking.others(work, List.of(changed), now.get());
            return changed;
        }));
    }
}
