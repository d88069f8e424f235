package dev.synchronizer.transfer;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The items of an import: on which line each is, and what has become of it so far. */
final class Arrivals {
    private final Map<UUID, Arrival> byId = new HashMap<>();
    private final Map<Fate, Long> counts = new EnumMap<>(Fate.class);

    /** What became of an item. */
    enum Fate {
        READ,
        CREATED,
        REPLACED,
        UNCHANGED,
        LEFT_OUT
    }

    private record Arrival(long line, Fate fate) {}

    /** Whether it is the first line of this item. */
    boolean add(UUID id, long line) {
        return byId.putIfAbsent(id, new Arrival(line, Fate.READ)) == null;
    }

    boolean has(UUID id) {
        return byId.containsKey(id);
    }

    long line(UUID id) {
        return Objects.requireNonNull(byId.get(id)).line();
    }

    /** Null where the item is not one of this import. */
    @Nullable
    Fate fate(UUID id) {
        Arrival arrival = byId.get(id);
        return arrival == null ? null : arrival.fate();
    }

    /** Whether something is wrong with its line, or with what that waits for; that is said there. */
    boolean isWrong(UUID id) {
        return fate(id) == Fate.READ || fate(id) == Fate.LEFT_OUT;
    }

    /** Whether it is still to be judged. */
    boolean isToCome(UUID id) {
        return fate(id) == null || fate(id) == Fate.READ;
    }

    /** Whether the import wrote it. */
    boolean isWritten(UUID id) {
        return fate(id) == Fate.CREATED || fate(id) == Fate.REPLACED;
    }

    void became(UUID id, Fate fate) {
        Arrival before = byId.put(id, new Arrival(line(id), fate));
        if (before != null) {
            counts.merge(before.fate(), -1L, Long::sum);
        }
        counts.merge(fate, 1L, Long::sum);
    }

    long count(Fate fate) {
        return counts.getOrDefault(fate, 0L);
    }
}
