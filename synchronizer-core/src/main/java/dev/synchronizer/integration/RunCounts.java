package dev.synchronizer.integration;

import dev.synchronizer.store.DeliveryState;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many tasks a run has brought into which state. Immutable. */
public record RunCounts(Map<DeliveryState, Long> counts) {
    public static final RunCounts NOTHING = new RunCounts(Map.of());

    public RunCounts {
        EnumMap<DeliveryState, Long> sorted = new EnumMap<>(DeliveryState.class);
        sorted.putAll(counts);
        counts = Collections.unmodifiableMap(sorted);
    }

    RunCounts and(List<ConnectorTask> tasks) {
        EnumMap<DeliveryState, Long> all = new EnumMap<>(DeliveryState.class);
        all.putAll(counts);
        tasks.forEach(task -> all.merge(task.state(), 1L, Long::sum));
        return new RunCounts(all);
    }

    RunCounts and(RunCounts others) {
        EnumMap<DeliveryState, Long> all = new EnumMap<>(DeliveryState.class);
        all.putAll(counts);
        others.counts.forEach((state, count) -> all.merge(state, count, Long::sum));
        return new RunCounts(all);
    }

    /** How many are in a state. */
    public long count(DeliveryState state) {
        return counts.getOrDefault(state, 0L);
    }

    /** How many there were. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
