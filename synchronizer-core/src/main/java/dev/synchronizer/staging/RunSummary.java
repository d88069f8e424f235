package dev.synchronizer.staging;

import dev.synchronizer.store.DeliveryState;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What became of the tasks of a run, by the state in which they are since. Immutable. */
public record RunSummary(Map<DeliveryState, Long> counts) {
    public static final RunSummary NOTHING = new RunSummary(Map.of());

    public RunSummary {
        EnumMap<DeliveryState, Long> sorted = new EnumMap<>(DeliveryState.class);
        sorted.putAll(counts);
        counts = Collections.unmodifiableMap(sorted);
    }

    RunSummary and(List<TaskResult> results) {
        EnumMap<DeliveryState, Long> all = new EnumMap<>(DeliveryState.class);
        all.putAll(counts);
        results.forEach(result -> all.merge(result.state(), 1L, Long::sum));
        return new RunSummary(all);
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
