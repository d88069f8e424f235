package dev.synchronizer.content;

import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.store.StoredItem.Deleted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts items into the recycle bin, takes them out again, and empties it. */
final class RecycleBin {
    private final Work work;

    RecycleBin(Work work) {
        this.work = work;
    }

    /** Puts an item and all that stands below it into the recycle bin, and says how many that were. */
    int delete(String actor, UUID id) {
        return work.writing(types -> new Deleted(work.now(), actor, id), (types, deleted, transaction) -> {
            StoredItem root = locked(id, transaction);
            if (root.deleted() != null) {
                throw ItemProblems.inBin(root);
            }
            List<StoredItem> all = withAllBelow(root, transaction);
            List<StoredItem> outside =
                    all.stream().filter(row -> row.deleted() == null).toList();
            transaction.updateItems(
                    outside.stream().map(row -> row.withDeleted(deleted)).toList());
            return outside.size();
        });
    }

    /** Takes an item out of the recycle bin, with all that was deleted with it, and says how many that were. */
    int restore(UUID id) {
        return work.writing(types -> id, (types, restored, transaction) -> {
            StoredItem seen = transaction.item(restored).orElseThrow(() -> ItemProblems.missing(restored));
            requireParentOutside(seen, transaction);
            StoredItem root = locked(restored, transaction);
            requireDeletedItself(root, transaction);
            if (!Objects.equals(root.parent(), seen.parent())) {
                throw new Moved();
            }
            List<StoredItem> all = transaction.deletedWith(restored);
            transaction.updateItems(
                    all.stream().map(row -> row.withDeleted(null)).toList());
            return all.size();
        });
    }

    private static void requireParentOutside(StoredItem row, ContentTransaction transaction) {
        if (row.parent() == null || row.deleted() == null) {
            return;
        }
        StoredItem parent = locked(row.parent(), transaction);
        if (parent.deleted() != null) {
            throw ItemProblems.refusal(
                    ProblemCode.ITEM_IN_BIN,
                    ItemProblems.named(parent),
                    "it is in the recycle bin too, and " + ItemProblems.named(row) + " stands below it");
        }
    }

    private static void requireDeletedItself(StoredItem row, ContentTransaction transaction) {
        Deleted deleted = row.deleted();
        if (deleted == null) {
            throw ItemProblems.notInBin(row);
        }
        if (!deleted.with().equals(row.id())) {
            throw ItemProblems.refusal(
                    ProblemCode.ITEM_IN_BIN,
                    transaction
                            .item(deleted.with())
                            .map(ItemProblems::named)
                            .orElse(deleted.with().toString()),
                    ItemProblems.named(row) + " was deleted with it");
        }
    }

    /** Deletes an item of the recycle bin for good, with all that stands below it, and says how many that were. */
    int purge(UUID id) {
        return work.writing(types -> id, (types, purged, transaction) -> {
            StoredItem root = locked(purged, transaction);
            if (root.deleted() == null) {
                throw ItemProblems.notInBin(root);
            }
            List<UUID> ids = new ArrayList<>(
                    withAllBelow(root, transaction).stream().map(StoredItem::id).toList());
            Collections.reverse(ids);
            transaction.deleteItems(ids);
            return ids.size();
        });
    }

    private static StoredItem locked(UUID id, ContentTransaction transaction) {
        return transaction.lockItems(List.of(id)).stream().findFirst().orElseThrow(() -> ItemProblems.missing(id));
    }

    /** The item and all below it, from above to below; nobody else puts anything there until this is done. */
    private static List<StoredItem> withAllBelow(StoredItem root, ContentTransaction transaction) {
        List<StoredItem> all = new ArrayList<>(List.of(root));
        Set<UUID> seen = new HashSet<>(Set.of(root.id()));
        Set<UUID> level = Set.of(root.id());
        while (!level.isEmpty()) {
            Set<UUID> above = level;
            List<UUID> children =
                    transaction.children(above).stream().map(StoredItem::id).toList();
            // One that was moved away while it was waited for stays where it is.
            List<StoredItem> below = transaction.lockItems(children).stream()
                    .filter(row -> row.parent() != null && above.contains(row.parent()) && seen.add(row.id()))
                    .toList();
            all.addAll(below);
            level = below.stream().map(StoredItem::id).collect(Collectors.toUnmodifiableSet());
        }
        return all;
    }
}
