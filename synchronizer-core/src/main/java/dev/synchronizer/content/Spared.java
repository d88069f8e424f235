package dev.synchronizer.content;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * What references are excused from, where they come from another server, on which they were in order.
 *
 * @param missing targets that need not be there
 * @param binned whether targets in the recycle bin are found, and not refused
 */
record Spared(Set<UUID> missing, boolean binned) {
    static final Spared NOTHING = new Spared(Set.of(), false);

    Spared {
        missing = Set.copyOf(missing);
    }

    /** What comes from another server refers to itself at will. */
    static Spared onArrival(UUID itself) {
        return new Spared(Set.of(itself), true);
    }

    Spared and(Set<UUID> others) {
        Set<UUID> all = new HashSet<>(missing);
        all.addAll(others);
        return new Spared(all, binned);
    }
}
