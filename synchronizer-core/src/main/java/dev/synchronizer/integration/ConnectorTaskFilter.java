package dev.synchronizer.integration;

import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.store.TaskDirection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which tasks of connectors are meant. Immutable.
 *
 * @param connector the name of their connector; empty for all
 * @param directions which way they go
 * @param states how far they have come; none means all
 */
public record ConnectorTaskFilter(
        Optional<String> connector, SortedSet<TaskDirection> directions, Set<DeliveryState> states) {
    public ConnectorTaskFilter {
        directions = new TreeSet<>(directions);
        states = Set.copyOf(states);
    }

    public static ConnectorTaskFilter all() {
        return new ConnectorTaskFilter(
                Optional.empty(), new TreeSet<>(Set.of(TaskDirection.OUTGOING, TaskDirection.INCOMING)), Set.of());
    }

    public ConnectorTaskFilter of(String name) {
        return new ConnectorTaskFilter(Optional.of(name), directions, states);
    }

    /**
     * Those that go one way alone.
     *
     * @throws IllegalArgumentException for {@link TaskDirection#STAGING}, which no connector has
     */
    public ConnectorTaskFilter going(TaskDirection direction) {
        if (direction == TaskDirection.STAGING) {
            throw new IllegalArgumentException("tasks of connectors go out or come in");
        }
        return new ConnectorTaskFilter(connector, new TreeSet<>(Set.of(direction)), states);
    }

    public ConnectorTaskFilter in(DeliveryState... wanted) {
        return new ConnectorTaskFilter(connector, directions, Set.of(wanted));
    }
}
