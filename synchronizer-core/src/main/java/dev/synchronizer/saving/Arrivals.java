package dev.synchronizer.saving;

import dev.synchronizer.task.Stamps;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of the saves of a unit comes from elsewhere, and is not told there again. Not thread-safe. */
public final class Arrivals {
    private final Map<TaskKey, Arrival> byKey = new HashMap<>();
    private final Map<TaskKey, Optional<SubjectState>> saved = new HashMap<>();

    /**
     * A change that has come from elsewhere.
     *
     * @param passed the identities of the servers that it has passed; none where all are to be told what this one decides about it
     * @param changes the identities that it has on all servers; none where it has come from another system
     * @param stamps when each place of the thing was last changed, as far as that is known there
     * @param state what it is to be by that; null where it is to go
     * @param connector the connector by which it came, or null
     */
    public record Arrival(
            List<String> passed,
            List<String> changes,
            Stamps stamps,
            @Nullable SubjectState state,
            @Nullable String connector) {
        public Arrival {
            passed = List.copyOf(passed);
            changes = List.copyOf(changes);
        }

        /** One that is not what has come, but what it brings about here. */
        public static Arrival consequence(List<String> passed) {
            return new Arrival(passed, List.of(), Stamps.none(), SubjectState.empty(), null);
        }

        /** What is done on the way to it. */
        public Arrival onTheWay() {
            return new Arrival(passed, List.of(), stamps, null, connector);
        }

        /** Whether it was saved as something else, or this server has decided about it. */
        boolean isAltered(@Nullable SubjectState after) {
            return !changes.isEmpty() && (passed.isEmpty() || !Objects.equals(state, after));
        }

        /** Whether what stands at a place is what has come. */
        boolean isSent(String place, @Nullable SubjectState after) {
            return after == null || state == null || state.at(place).equals(after.at(place));
        }
    }

    /** Those of a unit. */
    public static Arrivals of(Unit unit) {
        return unit.known(Arrivals.class, Arrivals::new);
    }

    /** The next save of this thing comes from elsewhere; what handlers save of it behind that does not. */
    public void expect(TaskKey key, Arrival arrival) {
        byKey.put(key, arrival);
    }

    /** What has become of one that was expected, once handlers had their say; empty where it was not saved. */
    public Optional<SubjectState> saved(TaskKey key) {
        return saved.getOrDefault(key, Optional.empty());
    }

    /** One that is expected and has not been saved. */
    public Optional<Arrival> expected(TaskKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Whether one that was expected has not been saved. */
    public boolean isExpected(TaskKey key) {
        return byKey.containsKey(key);
    }

    /** @param after what it is since; null where it is gone */
    @Nullable
    Arrival take(TaskKey key, @Nullable SubjectState after) {
        Arrival arrival = byKey.remove(key);
        if (arrival != null || saved.containsKey(key)) {
            saved.put(key, Optional.ofNullable(after));
        }
        return arrival;
    }
}
