package dev.synchronizer.transfer;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.StoredItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The items of an import whose parent is still to come, or still in the recycle bin. */
final class ImportWaiting {
    private final Arrivals arrivals;
    private final Map<UUID, List<ImportedItem>> byParent = new LinkedHashMap<>();

    ImportWaiting(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    /**
     * Whether an item has to wait, and does now.
     *
     * @param parent the item that is to be its parent, as it is now; null where it is not there
     */
    boolean keeps(ImportedItem item, @Nullable StoredItem parent) {
        UUID id = item.row().parent();
        if (id == null) {
            return false;
        }
        boolean waits =
                parent == null || (parent.deleted() != null && item.row().deleted() == null && arrivals.isToCome(id));
        if (waits) {
            byParent.computeIfAbsent(id, any -> new ArrayList<>()).add(item);
        }
        return waits;
    }

    /** Those that waited for these. */
    List<ImportedItem> release(Collection<UUID> parents) {
        List<ImportedItem> released = new ArrayList<>();
        for (UUID parent : parents) {
            List<ImportedItem> children = byParent.remove(parent);
            if (children != null) {
                released.addAll(children);
            }
        }
        return released;
    }

    /** What is waited for. */
    Set<UUID> parents() {
        return byParent.keySet();
    }

    /**
     * Says of each that it waited in vain.
     *
     * @param consequences whether to say it, too, where that is because another line is wrong
     */
    void report(ImportProblems problems, boolean consequences) {
        Map<UUID, UUID> parents = new HashMap<>();
        byParent.forEach(
                (parent, items) -> items.forEach(item -> parents.put(item.row().id(), parent)));
        Set<UUID> circles = Circles.among(parents);
        byParent.forEach((parent, items) -> items.forEach(item -> {
            UUID id = item.row().id();
            if (circles.contains(id)) {
                problems.add(item.line(), wrong(id, Circles.words(id, parent)));
            } else if (!arrivals.isWrong(parent)) {
                problems.add(item.line(), wrong(id, "there is no item " + parent + " that it could stand below"));
            } else if (consequences) {
                problems.add(item.line(), TakingBack.without(id, parent));
            }
            arrivals.became(id, Arrivals.Fate.LEFT_OUT);
        }));
    }

    private static Problem wrong(UUID id, String message) {
        return Problem.of(ProblemCode.WRONG_PLACE, id.toString(), message);
    }
}
