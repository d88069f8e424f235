package dev.synchronizer.content;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.saving.Looked;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.store.StoredItem.Deleted;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Saves what becomes of items on their way into the recycle bin, out of it, or away for good. */
final class Binning {
    private final SaveOperation operation;
    private final String actor;
    private final ItemUnit items;

    Binning(SaveOperation operation, String actor, ItemUnit items) {
        this.operation = operation;
        this.actor = actor;
        this.items = items;
    }

    /**
     * Saves a tree, a few items at a time. What handlers have taken out of it meanwhile is left out, with what stands below it.
     *
     * @param rows the items as they are, in the order in which they are to be saved
     * @param deleted how they come into the recycle bin; null where they do not
     * @return those that were saved
     */
    List<UUID> save(List<StoredItem> rows, @Nullable Deleted deleted) {
        items.requireNotUnderWay(rows.stream().map(StoredItem::id).toList());
        BinnedTree tree = new BinnedTree(operation, rows);
        long since = items.moment();
        List<UUID> saved = new ArrayList<>();
        for (List<StoredItem> some : Batch.parts(rows)) {
            saved.addAll(save(some, new Turns(items, some, since, this::isObserved), deleted, tree));
        }
        if (items.moment() != since) {
            Batch.parts(saved).forEach(some -> tree.requireNoneLivesBelowDeleted(some, items));
        }
        return saved;
    }

    /** Values are read where somebody looks at them. */
    private boolean isObserved(StoredItem row) {
        return items.observes(items.types().type(row.type()));
    }

    /** @throws dev.synchronizer.problem.ProblemsException if anything is wrong with one of them, with all of it */
    private List<UUID> save(List<StoredItem> some, Turns turns, @Nullable Deleted deleted, BinnedTree tree) {
        List<Problem> problems = new ArrayList<>();
        List<UUID> saved = new ArrayList<>();
        try (Batch batch = new Batch(items, items::write)) {
            for (StoredItem row : some) {
                HeldItem before = turns.next(row.id());
                if (before == null) {
                    tree.lost(row.id());
                } else if (tree.takes(before.row())) {
                    add(before, deleted, batch, problems);
                    saved.add(row.id());
                }
            }
            Problems.of(problems).throwIfErrors();
            batch.write();
            return saved;
        }
    }

    private void add(HeldItem before, @Nullable Deleted deleted, Batch batch, List<Problem> problems) {
        StoredItem row = before.row();
        StoredItem after = operation == SaveOperation.PURGE ? row : row.withDeleted(deleted);
        HeldItem wanted = HeldItem.wanted(after, before.type(), before.own(), before.orphaned());
        ItemDraft draft = new ItemDraft(operation, actor, items.types(), before, wanted);
        try {
            batch.add(draft, (each, violations) -> Looked.NOWHERE);
        } catch (InvalidItemException e) {
            if (batch.hasFailedElsewhere()) {
                throw e;
            }
            e.violations()
                    .forEach(violation -> problems.add(violation.problem(draft.subject() + " " + violation.place())));
        }
    }
}
