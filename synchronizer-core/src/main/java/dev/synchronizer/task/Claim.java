package dev.synchronizer.task;

import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import java.util.List;

/**
 * A delivery that a worker has taken, for as long as its lease lasts.
 *
 * @param delivery the delivery
 * @param tasks its task, and before it those that it carries along, in their order
 */
public record Claim(StoredDelivery delivery, List<StoredTask> tasks) {
    public Claim {
        tasks = List.copyOf(tasks);
    }

    /** The task that is delivered: the last one. */
    public StoredTask task() {
        return tasks.get(tasks.size() - 1);
    }
}
