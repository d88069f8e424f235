package dev.synchronizer.content;

import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Items of an import that are written together. */
final class ImportBatch {
    private final ContentTransaction transaction;
    private final TypeView types;
    private final Map<UUID, HeldItem> before;
    private final Map<UUID, StoredItem> after;
    private final List<ImportedItem> items = new ArrayList<>();

    /** What became of an item. */
    enum Outcome {
        CREATED,
        REPLACED,
        UNCHANGED
    }

    /**
     * @param before those of its items that are there already
     * @param after the rows that its items are to have
     */
    ImportBatch(
            ContentTransaction transaction, TypeView types, Map<UUID, HeldItem> before, Map<UUID, StoredItem> after) {
        this.transaction = transaction;
        this.types = types;
        this.before = before;
        this.after = after;
    }

    Outcome add(ImportedItem item) {
        HeldItem held = before.get(item.row().id());
        if (held == null) {
            items.add(item);
            return Outcome.CREATED;
        }
        boolean same = held.row().equals(item.row())
                && held.own().equals(item.own())
                && held.orphaned().equals(item.orphaned());
        if (same) {
            return Outcome.UNCHANGED;
        }
        items.add(item);
        return Outcome.REPLACED;
    }

    /** Whether an item may stand where it is to stand; one that was there may come to stand below itself. */
    void checkPlace(ImportedItem item, @Nullable HeldItem held, @Nullable StoredItem parent, Violations violations) {
        if (parent == null) {
            Places.judge(item.type(), violations);
            return;
        }
        Places.judge(item.type(), parent, types, violations);
        boolean moves = held != null && !Objects.equals(held.row().parent(), parent.id());
        if (moves && isAbove(item.row().id(), parent)) {
            violations.add(
                    ProblemCode.WRONG_PLACE,
                    "parent",
                    "it cannot stand below itself, nor below what stands below it",
                    ProblemCode.WRONG_PLACE.fix());
        }
    }

    /** By where the items of this batch are to stand, and not by where they stood. */
    private boolean isAbove(UUID id, StoredItem below) {
        Set<UUID> seen = new HashSet<>();
        UUID each = below.id();
        while (each != null && !each.equals(id) && seen.add(each)) {
            StoredItem row = after.get(each);
            each = row == null ? transaction.item(each).map(StoredItem::parent).orElse(null) : row.parent();
        }
        return id.equals(each);
    }

    void write(ImportProblems problems) {
        Changes changes = new Changes();
        List<StoredItem> inserted = new ArrayList<>();
        List<StoredItem> updated = new ArrayList<>();
        for (ImportedItem item : items) {
            HeldItem held = before.get(item.row().id());
            Violations violations = new Violations(item.type().name());
            HeldItem from = held == null
                    ? new HeldItem(item.row(), item.type(), List.of(), Values.none(), Values.none())
                    : held;
            changes.add(Changes.between(from, item.own(), item.orphaned(), types, violations));
            problems.add(item.line(), violations);
            (held == null ? inserted : updated).add(item.row());
        }
        if (!inserted.isEmpty()) {
            transaction.insertItems(inserted);
        }
        if (!updated.isEmpty()) {
            transaction.updateItems(updated);
        }
        changes.write(transaction);
    }
}
