package dev.synchronizer.content;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemKind;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveVetoedException;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.store.StoredItem.Deleted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts items into the recycle bin, takes them out again, and empties it: all that are named, or none. */
final class RecycleBin {
    private final Work work;
    private final SaveOptions options;

    RecycleBin(Work work, SaveOptions options) {
        this.work = work;
        this.options = options;
    }

    /** Puts items and all that stands below them into the recycle bin, and says how many went with each. */
    Map<UUID, Integer> delete(String actor, Collection<UUID> ids) {
        return each(SaveOperation.DELETE, actor, ids, (id, locked, transaction) -> {
            StoredItem root = item(id, transaction);
            if (root.deleted() != null) {
                throw ItemProblems.inBin(root);
            }
            Deleted deleted = new Deleted(work.now(), actor, id);
            return new Along(
                    withAllBelow(root, locked, transaction).stream()
                            .filter(row -> row.deleted() == null)
                            .toList(),
                    deleted);
        });
    }

    /** Takes items out of the recycle bin, with all that was deleted with each, and says how many that were. */
    Map<UUID, Integer> restore(String actor, Collection<UUID> ids) {
        return each(SaveOperation.RESTORE, actor, ids, (id, locked, transaction) -> {
            StoredItem root = item(id, transaction);
            requireParentOutside(root, locked, transaction);
            Deleted deleted = requireDeletedItself(root, transaction);
            List<StoredItem> all = belowEachOther(root, transaction.deletedWith(deleted.with()));
            requireLocked(all, locked);
            return new Along(all, null);
        });
    }

    private static void requireParentOutside(StoredItem row, Locked locked, ContentTransaction transaction) {
        if (row.parent() == null || row.deleted() == null) {
            return;
        }
        StoredItem parent = item(row.parent(), transaction);
        requireLocked(List.of(parent), locked);
        if (parent.deleted() != null) {
            throw ItemProblems.refusal(
                    ProblemCode.ITEM_IN_BIN,
                    parent.named(),
                    "it is in the recycle bin too, and " + row.named() + " stands below it");
        }
    }

    /** What was deleted with an item that is gone, or never came along with an import, is as if it were deleted itself. */
    private static Deleted requireDeletedItself(StoredItem row, ContentTransaction transaction) {
        Deleted deleted = row.deleted();
        if (deleted == null) {
            throw ItemProblems.notInBin(row);
        }
        if (!deleted.with().equals(row.id())) {
            transaction.item(deleted.with()).filter(RecycleBin::isDeletedItself).ifPresent(root -> {
                throw ItemProblems.refusal(ProblemCode.ITEM_IN_BIN, root.named(), row.named() + " was deleted with it");
            });
        }
        return deleted;
    }

    private static boolean isDeletedItself(StoredItem row) {
        return row.deleted() != null && row.deleted().with().equals(row.id());
    }

    /** Those that stand below an item by way of each other alone, from above to below, the item first. */
    private static List<StoredItem> belowEachOther(StoredItem root, List<StoredItem> rows) {
        Map<UUID, List<StoredItem>> byParent = rows.stream()
                .filter(row -> row.parent() != null && !row.id().equals(root.id()))
                .collect(Collectors.groupingBy(StoredItem::parent));
        List<StoredItem> found = new ArrayList<>(List.of(root));
        for (int at = 0; at < found.size(); at++) {
            List<StoredItem> children = byParent.remove(found.get(at).id());
            found.addAll(children == null ? List.of() : children);
        }
        return found;
    }

    /** Deletes items of the recycle bin for good, with all that stands below them, and says how many went with each. */
    Map<UUID, Integer> purge(String actor, Collection<UUID> ids) {
        return each(SaveOperation.PURGE, actor, ids, (id, locked, transaction) -> {
            StoredItem root = item(id, transaction);
            if (root.deleted() == null) {
                throw ItemProblems.notInBin(root);
            }
            List<StoredItem> all = withAllBelow(root, locked, transaction);
            requireNoneAlive(root, all);
            List<StoredItem> fromBelow = new ArrayList<>(all);
            Collections.reverse(fromBelow);
            return new Along(fromBelow, null);
        });
    }

    private static void requireNoneAlive(StoredItem root, List<StoredItem> all) {
        all.stream().filter(row -> row.deleted() == null).findFirst().ifPresent(row -> {
            throw ItemProblems.refusal(
                    ProblemCode.ITEM_NOT_IN_BIN,
                    row.named(),
                    "it is not in the recycle bin, and stands below " + root.named());
        });
    }

    /** One that went along with another one of the call is done already. */
    private Map<UUID, Integer> each(SaveOperation operation, String actor, Collection<UUID> wanted, Deed deed) {
        return work.writing(options, types -> new LinkedHashSet<>(wanted), (ids, items) -> {
            items.requireNotUnderWay(ids);
            long since = items.moment();
            // Those that they stand below are to stay out of the bin while these come back.
            Locked locked = new Locked(lock(ids, operation == SaveOperation.RESTORE, items), items, since);
            Binning binning = new Binning(operation, actor, items);
            Map<UUID, Integer> done = new LinkedHashMap<>();
            Set<UUID> met = new HashSet<>();
            List<Problem> problems = new ArrayList<>();
            for (UUID id : ids) {
                try {
                    if (met.contains(id) || items.wroteSince(id, since) && isDone(operation, id, items)) {
                        done.put(id, 0);
                        continue;
                    }
                    Along along = deed.on(id, locked, items.transaction());
                    List<UUID> saved = binning.save(along.rows(), along.deleted());
                    done.put(id, saved.size());
                    met.addAll(saved);
                } catch (ProblemsException e) {
                    problems.addAll(refusals(e));
                }
            }
            if (!problems.isEmpty()) {
                throw new ProblemsException(Problems.of(problems));
            }
            return done;
        });
    }

    /** @throws ProblemsException the same, if somebody vetoes it, or the transaction is in no state to go on */
    private static List<Problem> refusals(ProblemsException failure) {
        if (failure instanceof SaveVetoedException
                || failure.problems().stream()
                        .anyMatch(problem -> problem.code().kind() == ProblemKind.FAILURE)) {
            throw failure;
        }
        return failure.problems().asList();
    }

    /** Whether handlers have done already what is to be done with an item. */
    private static boolean isDone(SaveOperation operation, UUID id, ItemUnit items) {
        StoredItem row = items.transaction().item(id).orElse(null);
        return switch (operation) {
            case DELETE -> row == null || row.deleted() != null;
            case RESTORE -> row != null && row.deleted() == null;
            default -> row == null;
        };
    }

    /** What is done with one item; it gives all that this is to be done to. */
    private interface Deed {
        Along on(UUID id, Locked locked, ContentTransaction transaction);
    }

    /**
     * An item with all that goes along with it.
     *
     * @param deleted how they come into the recycle bin; null where they do not
     */
    private record Along(List<StoredItem> rows, @Nullable Deleted deleted) {}

    /** What nobody else saves until this is done: what was locked, and what handlers have saved since. */
    private record Locked(Set<UUID> ids, ItemUnit items, long since) {
        boolean has(StoredItem row) {
            return ids.contains(row.id()) || items.wroteSince(row.id(), since);
        }
    }

    private static List<UUID> ids(List<StoredItem> rows) {
        return rows.stream().map(StoredItem::id).toList();
    }

    private static StoredItem item(UUID id, ContentTransaction transaction) {
        return transaction.item(id).orElseThrow(() -> ItemProblems.missing(id));
    }

    /**
     * Locks all that is concerned at once: types come before items, and items in the order of their ids, as elsewhere. What
     * is to be known of types is looked for before.
     */
    private static Set<UUID> lock(Set<UUID> ids, boolean withParents, ItemUnit items) {
        ContentTransaction transaction = items.transaction();
        Set<UUID> all = new HashSet<>(ids);
        Collection<StoredItem> level = transaction.items(ids).values();
        if (withParents) {
            level.stream().map(StoredItem::parent).filter(Objects::nonNull).forEach(all::add);
        }
        while (!level.isEmpty()) {
            level.forEach(row -> items.types().type(row.type()));
            level = transaction.children(level.stream().map(StoredItem::id).toList()).stream()
                    .filter(row -> all.add(row.id()))
                    .toList();
        }
        transaction.lockItems(all);
        return all;
    }

    /** @throws Moved if some came there before all was locked; since then, nobody else puts anything there */
    private static void requireLocked(List<StoredItem> rows, Locked locked) {
        if (!rows.stream().allMatch(locked::has)) {
            throw new Moved();
        }
    }

    /** The item and all below it, from above to below. */
    private static List<StoredItem> withAllBelow(StoredItem root, Locked locked, ContentTransaction transaction) {
        List<StoredItem> all = new ArrayList<>(List.of(root));
        Set<UUID> seen = new HashSet<>(Set.of(root.id()));
        List<StoredItem> level = List.of(root);
        while (!level.isEmpty()) {
            level = transaction.children(ids(level)).stream()
                    .filter(row -> seen.add(row.id()))
                    .toList();
            requireLocked(level, locked);
            all.addAll(level);
        }
        return all;
    }
}
