package dev.synchronizer.content;

import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives items other names and other places. */
final class Moving {
    private final Work work;
    private final SaveOptions options;

    Moving(Work work, SaveOptions options) {
        this.work = work;
        this.options = options;
    }

    Item rename(String actor, UUID id, String name) {
        return work.writing(options, types -> ItemProblems.checkedName(name), (checked, items) -> {
            ItemDraft underWay = items.joined(id);
            StoredItem row = outsideBin(id, items.transaction().lockItems(List.of(id)));
            if (underWay != null) {
                underWay.takeName(checked);
                return underWay.wanted().item(items.types());
            }
            return saved(SaveOperation.RENAME, row, row.saved(checked, row.parent(), work.now(), actor), actor, items);
        });
    }

    Item move(String actor, UUID id, @Nullable UUID parent) {
        return work.writing(options, types -> id, (moved, items) -> {
            ContentTransaction transaction = items.transaction();
            ItemDraft underWay = items.joined(moved);
            List<StoredItem> above = above(parent, items);
            StoredItem row = outsideBin(moved, locked(moved, above, transaction));
            items.requireSameMoment();
            if (underWay != null) {
                check(row, parent, items).fatal(items.validators()).throwIfAny();
                underWay.takeParent(parent);
                return underWay.wanted().item(items.types());
            }
            return saved(SaveOperation.MOVE, row, row.saved(row.name(), parent, work.now(), actor), actor, items);
        });
    }

    /**
     * The item that is to be the parent, and those above it, the nearest first; each once, were they to stand in a circle. One
     * that is on its way in the same unit counts as being there.
     */
    static List<StoredItem> above(@Nullable UUID parent, ItemUnit items) {
        List<StoredItem> above = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        UUID next = parent;
        while (next != null && seen.add(next)) {
            StoredItem row = items.transaction().item(next).orElse(null);
            if (row == null) {
                break;
            }
            above.add(row);
            ItemDraft underWay = items.underWay(next);
            next = underWay == null ? row.parent() : underWay.row().parent();
        }
        return above;
    }

    /**
     * The item to be moved, which nobody else moves until this is done, nor any of those that it is to stand below: two
     * moves at once could otherwise make a circle.
     *
     * @return its row; none where there is no such item
     * @throws Moved if somebody just has
     * @throws dev.synchronizer.problem.ProblemsException if it would come to stand below itself
     */
    static List<StoredItem> locked(UUID id, List<StoredItem> above, ContentTransaction transaction) {
        above.stream().filter(each -> each.id().equals(id)).findFirst().ifPresent(itself -> {
            throw ItemProblems.refusal(
                    ProblemCode.WRONG_PLACE,
                    itself.named(),
                    "it cannot stand below itself, nor below what stands below it");
        });
        List<UUID> ids = new ArrayList<>(above.stream().map(StoredItem::id).toList());
        ids.add(id);
        List<StoredItem> rows = transaction.lockItems(ids);
        Map<UUID, StoredItem> now = rows.stream().collect(Collectors.toMap(StoredItem::id, Function.identity()));
        for (StoredItem each : above) {
            StoredItem there = now.get(each.id());
            if (there == null || !Objects.equals(there.parent(), each.parent())) {
                throw new Moved();
            }
        }
        return rows.stream().filter(row -> row.id().equals(id)).toList();
    }

    private static Violations check(StoredItem row, @Nullable UUID parent, ItemUnit items) {
        TypeView types = items.types();
        ItemType type = types.type(row.type());
        Violations violations = new Violations(type.name());
        Places.check(type, parent, items.transaction(), types, violations);
        return violations;
    }

    private static StoredItem outsideBin(UUID id, List<StoredItem> found) {
        StoredItem row = found.stream().findFirst().orElseThrow(() -> ItemProblems.missing(id));
        if (row.deleted() != null) {
            throw ItemProblems.inBin(row);
        }
        return row;
    }

    /** Where it stands already, its place is judged as well. */
    private static Item saved(SaveOperation operation, StoredItem row, StoredItem saved, String actor, ItemUnit items) {
        TypeView types = items.types();
        HeldItem held = HeldItem.of(row, items.transaction().values(List.of(row.id())), types);
        HeldItem wanted = HeldItem.wanted(saved, held.type(), held.own(), held.orphaned());
        ItemDraft draft = new ItemDraft(operation, actor, types, held, wanted);
        return items.save(
                draft, new ItemChecks(items, new Violations(held.type().name())));
    }
}
