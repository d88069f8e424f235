package dev.synchronizer.content;

import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.store.StoredItem;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A tree on its way into the recycle bin, out of it or away, which handlers may change meanwhile. Not thread-safe. */
final class BinnedTree {
    private final SaveOperation operation;
    private final UUID root;
    private final Set<UUID> standing;

    /** @param rows all of it, from above to below; where it is purged, from below */
    BinnedTree(SaveOperation operation, List<StoredItem> rows) {
        this.operation = operation;
        root = rows.get(operation == SaveOperation.PURGE ? rows.size() - 1 : 0).id();
        standing = rows.stream().map(StoredItem::id).collect(Collectors.toCollection(HashSet::new));
    }

    /** One of its items is gone. */
    void lost(UUID id) {
        standing.remove(id);
    }

    /**
     * Whether something is still to be done with one of its items: it stands there, and is not yet where it is to go.
     *
     * @throws dev.synchronizer.problem.ProblemsException if it is to be purged, and was taken out of the recycle bin
     */
    boolean takes(StoredItem now) {
        if (operation == SaveOperation.PURGE) {
            requireInBin(now);
            return true;
        }
        if (!now.id().equals(root) && (now.parent() == null || !standing.contains(now.parent()))) {
            standing.remove(now.id());
            return false;
        }
        return (now.deleted() != null) == (operation == SaveOperation.RESTORE);
    }

    private static void requireInBin(StoredItem now) {
        if (now.deleted() == null) {
            throw ItemProblems.refusal(
                    ProblemCode.ITEM_NOT_IN_BIN,
                    now.named(),
                    "it was taken out of the recycle bin in the same unit of work");
        }
    }

    /**
     * Finds what handlers have put where nothing living can stand.
     *
     * @param saved some of its items, which were saved
     */
    void requireNoneLivesBelowDeleted(Collection<UUID> saved, ItemUnit items) {
        Collection<StoredItem> concerned = switch (operation) {
            case DELETE -> items.transaction().children(saved);
            case RESTORE -> items.transaction().items(saved).values();
            default -> List.<StoredItem>of();
        };
        List<StoredItem> living =
                concerned.stream().filter(row -> row.deleted() == null).toList();
        Map<UUID, StoredItem> parents = items.transaction()
                .items(living.stream()
                        .map(StoredItem::parent)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        for (StoredItem row : living) {
            StoredItem parent = row.parent() == null ? null : parents.get(row.parent());
            if (parent != null && parent.deleted() != null) {
                throw ItemProblems.refusal(
                        ProblemCode.SAVE_UNDER_WAY,
                        row.named(),
                        row.named() + " stands below " + parent.named()
                                + ", which was deleted in the same unit of work");
            }
        }
    }
}
