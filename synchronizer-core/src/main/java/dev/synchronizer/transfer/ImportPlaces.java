package dev.synchronizer.transfer;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** How the items of an import come to stand, which shows when all of them are there: in no circle, and below living ones. */
final class ImportPlaces {
    private final ContentTransaction transaction;
    private final Arrivals arrivals;
    private final ImportProblems problems;
    private final Set<UUID> moved = new LinkedHashSet<>();
    private final Set<UUID> deleted = new LinkedHashSet<>();
    private boolean judged;

    ImportPlaces(ContentTransaction transaction, Arrivals arrivals, ImportProblems problems) {
        this.transaction = transaction;
        this.arrivals = arrivals;
        this.problems = problems;
    }

    /** Is told of each item that comes to be otherwise, and says whether it stands where it stood, in the bin or not. */
    boolean change(StoredItem before, StoredItem after) {
        boolean moves = !Objects.equals(before.parent(), after.parent());
        boolean crosses = (before.deleted() == null) != (after.deleted() == null);
        judged &= !moves && !crosses;
        if (moves) {
            moved.add(after.id());
        }
        if (crosses && after.deleted() != null) {
            deleted.add(after.id());
        }
        return !moves && !crosses;
    }

    /** Reports what has come to be wrong, and gives the items of the lines that are. */
    Set<UUID> wrong() {
        Set<UUID> wrong = new LinkedHashSet<>();
        if (!judged) {
            circles(wrong);
            livingBelowDeleted(wrong);
            judged = true;
        }
        return wrong;
    }

    private void circles(Set<UUID> wrong) {
        Map<UUID, UUID> parents = parents(moved);
        for (UUID id : Circles.among(parents)) {
            UUID parent = parents.get(id);
            if (parent != null && moved.contains(id) && arrivals.isWritten(id)) {
                report(id, Circles.words(id, parent), ProblemCode.WRONG_PLACE.fix(), wrong);
            }
        }
    }

    /** The parents of items, of those, and so on. */
    private Map<UUID, UUID> parents(Set<UUID> items) {
        Map<UUID, UUID> parents = new LinkedHashMap<>();
        Set<UUID> seen = new HashSet<>(items);
        Collection<UUID> level = items;
        while (!level.isEmpty()) {
            Set<UUID> above = new LinkedHashSet<>();
            for (StoredItem row : transaction.items(level).values()) {
                if (row.parent() != null) {
                    parents.put(row.id(), row.parent());
                    if (seen.add(row.parent())) {
                        above.add(row.parent());
                    }
                }
            }
            level = above;
        }
        return parents;
    }

    private void livingBelowDeleted(Set<UUID> wrong) {
        List<StoredItem> living = transaction.children(deleted).stream()
                .filter(child -> child.deleted() == null)
                .toList();
        Map<UUID, StoredItem> parents =
                transaction.items(living.stream().map(StoredItem::parent).collect(Collectors.toSet()));
        for (StoredItem child : living) {
            StoredItem parent = parents.get(child.parent());
            if (parent != null && parent.deleted() != null) {
                blame(parent, child, wrong);
            }
        }
    }

    /** The line that puts the parent into the recycle bin; where that was taken back, those of what came below it. */
    private void blame(StoredItem parent, StoredItem child, Set<UUID> wrong) {
        if (arrivals.isWritten(parent.id())) {
            String message = "it is to be in the recycle bin, and " + child.named() + " below it is not";
            report(parent.id(), message, "put what stands below it into the bin too, or elsewhere", wrong);
        } else if (arrivals.isWritten(child.id())) {
            String message = parent.named() + " is in the recycle bin";
            report(child.id(), message, ProblemCode.WRONG_PLACE.fix(), wrong);
        }
    }

    private void report(UUID id, String message, String fix, Set<UUID> wrong) {
        if (wrong.add(id)) {
            problems.add(arrivals.line(id), new Problem(ProblemCode.WRONG_PLACE, id.toString(), message, fix));
        }
    }
}
