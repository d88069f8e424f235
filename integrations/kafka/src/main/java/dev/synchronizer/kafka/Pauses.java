package dev.synchronizer.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Which partitions wait, as their next record could not be received, and for how long: twice as long each time. */
final class Pauses {
    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final Duration longest;
    private final Map<TopicPartition, Pause> pauses = new HashMap<>();

    Pauses(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    private record Pause(int attempts, long end) {
        boolean isOver(long now) {
            return end - now <= 0;
        }
    }

    /** Begins a pause, and says how long it is. */
    Duration begin(TopicPartition partition) {
        int attempts = pauses.containsKey(partition) ? pauses.get(partition).attempts() : 0;
        Duration length = length(attempts);
        pauses.put(partition, new Pause(attempts + 1, System.nanoTime() + length.toNanos()));
        return length;
    }

    /** How long the pause is after so many failures before. */
    Duration length(int attempts) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    /** Those whose pause is over. */
    List<TopicPartition> over() {
        long now = System.nanoTime();
        return pauses.entrySet().stream()
                .filter(pause -> pause.getValue().isOver(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    void forget(Collection<TopicPartition> partitions) {
        pauses.keySet().removeAll(partitions);
    }
}
