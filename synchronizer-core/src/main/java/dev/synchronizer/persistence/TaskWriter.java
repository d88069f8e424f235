package dev.synchronizer.persistence;

import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskQueue;
import dev.synchronizer.store.TaskWrites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes tasks in somebody's transaction. */
final class TaskWriter implements TaskWrites {
    private final Steps steps;
    private final StampRows stamps;

    TaskWriter(Steps steps) {
        this.steps = steps;
        stamps = new StampRows(steps.database());
    }

    private OpenDatabase database() {
        return steps.database();
    }

    @Override
    public Optional<String> self() {
        return steps.get(() -> new ChannelRows(database()).self());
    }

    @Override
    public List<Long> log(List<Logged> tasks) {
        return steps.get(() -> {
            List<Long> ids = new TaskRows(database())
                    .add(tasks.stream().map(Logged::task).toList());
            List<StoredDelivery> deliveries = new ArrayList<>();
            for (int at = 0; at < ids.size(); at++) {
                StoredTask task = tasks.get(at).task().withId(ids.get(at));
                tasks.get(at).channels().forEach(channel -> deliveries.add(StoredDelivery.of(task, channel)));
            }
            new DeliveryRows(database()).add(deliveries);
            return ids;
        });
    }

    @Override
    public Map<String, String> stamps(Collection<String> keys) {
        return steps.get(() -> stamps.stamps(keys));
    }

    @Override
    public void saveStamps(Map<String, String> all) {
        steps.run(() -> stamps.save(all));
    }

    @Override
    public TaskQueue.Work work() {
        return new TaskWork(steps);
    }

    @Override
    public Set<String> received(Collection<String> changes) {
        return steps.get(() -> stamps.received(changes));
    }

    @Override
    public Set<String> receive(Collection<String> changes, Instant at) {
        return steps.get(() -> stamps.receive(changes, at));
    }
}
