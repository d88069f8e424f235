package dev.synchronizer.task;

import dev.synchronizer.store.DeliveryState;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of the tasks of a run. Immutable.
 *
 * @param counts how many are in which state since
 * @param met whether the other side was reached at least once
 * @param rest how long the other side is to be left alone at least, as it could not be reached in the end; empty where it was,
 *     or nobody tried
 */
public record RunSummary(Map<DeliveryState, Long> counts, boolean met, Optional<Duration> rest) {
    public static final RunSummary NOTHING = new RunSummary(Map.of(), false, Optional.empty());

    public RunSummary {
        EnumMap<DeliveryState, Long> sorted = new EnumMap<>(DeliveryState.class);
        sorted.putAll(counts);
        counts = Collections.unmodifiableMap(sorted);
    }

    RunSummary and(List<Done> done) {
        EnumMap<DeliveryState, Long> all = new EnumMap<>(DeliveryState.class);
        done.forEach(each -> all.merge(each.delivery().state(), 1L, Long::sum));
        boolean some = done.stream().anyMatch(Done::isReached);
        Optional<Duration> pause =
                done.isEmpty() ? rest : done.get(done.size() - 1).rest();
        return and(new RunSummary(all, some, pause));
    }

    /** This one, and another one behind it. */
    public RunSummary and(RunSummary next) {
        EnumMap<DeliveryState, Long> all = new EnumMap<>(DeliveryState.class);
        all.putAll(counts);
        next.counts.forEach((state, count) -> all.merge(state, count, Long::sum));
        return new RunSummary(all, met || next.met, next.rest);
    }

    /** How many are in a state. */
    public long count(DeliveryState state) {
        return counts.getOrDefault(state, 0L);
    }

    /** How many there were. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether nothing kept the other side from being reached. */
    public boolean isReached() {
        return rest.isEmpty();
    }
}
