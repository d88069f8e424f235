package dev.synchronizer.persistence;

import dev.synchronizer.store.ForeignIds;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskQueue.Work;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a worker does, in somebody's transaction. */
record TaskWork(Steps steps) implements Work {
    private DeliveryRows rows() {
        return new DeliveryRows(steps.database());
    }

    @Override
    public List<StoredDelivery> takeDue(String channel, Instant now, int limit) {
        return steps.get(() -> rows().takeDue(channel, now, limit));
    }

    @Override
    public List<StoredDelivery> waiting(String channel, Collection<Long> keyHashes) {
        return inLine(channel, keyHashes).stream()
                .filter(StoredDelivery::waiting)
                .toList();
    }

    @Override
    public List<StoredDelivery> inLine(String channel, Collection<Long> keyHashes) {
        return steps.get(() -> rows().inLine(channel, keyHashes)).stream()
                .sorted(Comparator.comparingLong(StoredDelivery::task))
                .toList();
    }

    @Override
    public List<Long> carried(String channel, long keyHash, long first, long last) {
        return steps.get(() -> rows().carried(channel, keyHash, first, last));
    }

    @Override
    public void endCarried(StoredDelivery ended) {
        steps.run(() -> rows().endCarried(ended));
    }

    @Override
    public List<StoredDelivery> lock(String channel, Collection<Long> tasks) {
        return steps.get(() -> rows().lock(channel, tasks));
    }

    @Override
    public Optional<StoredDelivery> find(long task, String channel) {
        return steps.get(() -> rows().find(task, channel));
    }

    @Override
    public boolean isOvertaken(StoredDelivery delivery) {
        return steps.get(() -> rows().isOvertaken(delivery));
    }

    @Override
    public List<StoredTask> tasks(Collection<Long> ids) {
        return inOrder(ids, steps.get(() -> new TaskRows(steps.database()).byIds(ids)));
    }

    @Override
    public List<StoredTask> outlines(Collection<Long> ids) {
        return inOrder(ids, steps.get(() -> new TaskRows(steps.database()).outlines(ids)));
    }

    private static List<StoredTask> inOrder(Collection<Long> ids, List<StoredTask> tasks) {
        Map<Long, StoredTask> byId = new HashMap<>();
        tasks.forEach(task -> byId.put(task.id(), task));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    @Override
    public void update(Collection<StoredDelivery> deliveries) {
        steps.run(() -> rows().update(deliveries));
    }

    @Override
    public void hasten(String channel, Instant now) {
        steps.run(() -> rows().hasten(channel, now));
    }

    @Override
    public void wake(String channel, Collection<Long> keyHashes, Instant now) {
        steps.run(() -> {
            rows().wake(channel, keyHashes, now);
            rows().wakeFirst(channel, keyHashes, now);
        });
    }

    @Override
    public void wakeFirst(String channel, Collection<Long> keyHashes, Instant now) {
        steps.run(() -> rows().wakeFirst(channel, keyHashes, now));
    }

    @Override
    public void park(String channel, Collection<Long> keyHashes) {
        steps.run(() -> rows().park(channel, keyHashes));
    }

    @Override
    public int drop(String channel, Instant now) {
        return steps.get(() -> rows().drop(channel, now));
    }

    @Override
    public ForeignIds foreignIds() {
        return new ForeignIdRows(steps);
    }
}
