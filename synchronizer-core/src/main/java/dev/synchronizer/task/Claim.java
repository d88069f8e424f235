package dev.synchronizer.task;

import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import java.util.List;

/**
 * A delivery that a worker has taken, for as long as its lease lasts.
 *
 * @param delivery the delivery
 * @param tasks its task, and before it those that it carries along, in their order
 * @param uncertain whether it may have been done before it was taken
 */
public record Claim(StoredDelivery delivery, List<StoredTask> tasks, boolean uncertain) {
    public Claim {
        tasks = List.copyOf(tasks);
    }

    /** The task that is delivered: the last one. */
    public StoredTask task() {
        return tasks.get(tasks.size() - 1);
    }

    /** The same one, of which there is a newer lease. */
    Claim with(StoredDelivery other) {
        return new Claim(other, tasks, uncertain);
    }
}
