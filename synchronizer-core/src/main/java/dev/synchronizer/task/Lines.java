package dev.synchronizer.task;

import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.TaskQueue.Work;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The deliveries of a channel that stand in line, by the hash of their key: of each the first ones. Not thread-safe. */
final class Lines {
    private final Work work;
    private final String channel;
    private final Map<Long, SortedMap<Long, StoredDelivery>> byKey = new HashMap<>();
    private final Set<Long> locked = new HashSet<>();

    /** @param mine those that are locked already */
    Lines(Work work, String channel, List<StoredDelivery> mine) {
        this.work = work;
        this.channel = channel;
        Set<Long> keys = new TreeSet<>();
        mine.forEach(each -> keys.add(each.keyHash()));
        load(keys);
        mine.forEach(this::keep);
    }

    void load(Set<Long> keys) {
        Set<Long> unknown = new TreeSet<>(keys);
        unknown.removeAll(byKey.keySet());
        unknown.forEach(this::line);
        if (!unknown.isEmpty()) {
            work.inLine(channel, unknown).forEach(each -> line(each.keyHash()).put(each.task(), each));
        }
    }

    private SortedMap<Long, StoredDelivery> line(long key) {
        return byKey.computeIfAbsent(key, any -> new TreeMap<>());
    }

    private void keep(StoredDelivery fresh) {
        line(fresh.keyHash()).put(fresh.task(), fresh);
        locked.add(fresh.task());
    }

    /** Keeps others from these until this transaction ends, as far as nobody is at work on them; from then on they are known as they are. */
    void lock(Collection<StoredDelivery> wanted) {
        Set<Long> tasks = new TreeSet<>();
        wanted.forEach(each -> tasks.add(each.task()));
        tasks.removeAll(locked);
        if (!tasks.isEmpty()) {
            work.lock(channel, tasks).forEach(this::keep);
        }
    }

    boolean isLocked(StoredDelivery delivery) {
        return locked.contains(delivery.task());
    }

    /** Whether one is kept from others and had not ended before: whoever ends it does so later, and wakes those that wait for it. */
    boolean isHeldOpen(StoredDelivery delivery) {
        StoredDelivery fresh = line(delivery.keyHash()).get(delivery.task());
        return isLocked(delivery) && fresh != null && fresh.waiting();
    }

    /** Those that wait or are under way, in their order. */
    List<StoredDelivery> open(long key) {
        return line(key).values().stream().filter(StoredDelivery::waiting).toList();
    }

    Optional<StoredDelivery> first(long key) {
        return line(key).values().stream().filter(StoredDelivery::waiting).findFirst();
    }

    /** Those before a task that were given up. */
    List<StoredDelivery> passedOver(long key, long before) {
        return line(key).headMap(before).values().stream()
                .filter(StoredDelivery::isPassedOver)
                .toList();
    }
}
