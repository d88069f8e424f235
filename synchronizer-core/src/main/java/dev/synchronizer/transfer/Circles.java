package dev.synchronizer.transfer;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Items that stand below themselves, be it by way of others. */
final class Circles {
    private Circles() {}

    /**
     * Those that do.
     *
     * @param parents the parent of each item that has one
     */
    static Set<UUID> among(Map<UUID, UUID> parents) {
        Set<UUID> circles = new LinkedHashSet<>();
        Set<UUID> seen = new LinkedHashSet<>();
        for (UUID start : parents.keySet()) {
            Set<UUID> way = new LinkedHashSet<>();
            UUID each = start;
            while (each != null && seen.add(each)) {
                way.add(each);
                each = parents.get(each);
            }
            if (each != null && way.contains(each)) {
                addCircle(each, parents, circles);
            }
        }
        return circles;
    }

    private static void addCircle(UUID start, Map<UUID, UUID> parents, Set<UUID> circles) {
        UUID each = start;
        while (each != null && circles.add(each)) {
            each = parents.get(each);
        }
    }

    /** What is wrong with one of a circle, as a sentence. */
    static String words(UUID id, UUID parent) {
        return id.equals(parent)
                ? "it is to stand below itself"
                : "the item " + parent + " that it is to stand below stands below it in turn";
    }
}
