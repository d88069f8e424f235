package dev.synchronizer.content;

import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.Draft;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SavePath;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Items that are saved in a unit of work: the one way from a draft to its rows. Not thread-safe. */
final class ItemUnit {
    private final Unit unit;
    private final TypeView types;
    private final SavePath path;
    private final SaveOptions options;

    ItemUnit(Unit unit, TypeView types, SavePath path, SaveOptions options) {
        this.unit = unit;
        this.types = types;
        this.path = path;
        this.options = options;
    }

    TypeView types() {
        return types;
    }

    ContentTransaction transaction() {
        return unit.content();
    }

    /** What handlers have saved meanwhile, so that who began it all is told of the last state. */
    private static final class Nested {
        private final Map<UUID, HeldItem> latest = new HashMap<>();
        private long writes;

        void wrote(ItemDraft draft) {
            latest.put(draft.row().id(), draft.wanted());
            writes++;
        }
    }

    /** Whether somebody looks at what items of a type were before they are saved. */
    boolean observes(ItemType type) {
        return path.observes(SubjectKind.ITEM, type.name());
    }

    /**
     * The draft of an item that is on its way in this unit and not written yet; null where there is none.
     *
     * @see ItemDraft#take
     */
    @Nullable
    ItemDraft underWay(UUID id) {
        Draft draft = unit.underWay(id.toString());
        return draft instanceof ItemDraft item ? item : null;
    }

    /** @throws dev.synchronizer.problem.ProblemsException if one of these is on its way in this unit and not written yet */
    void requireNotUnderWay(Collection<StoredItem> rows) {
        for (StoredItem row : rows) {
            if (underWay(row.id()) != null) {
                throw ItemProblems.refusal(
                        ProblemCode.SAVE_UNDER_WAY, row.named(), "it is being saved in the same unit of work");
            }
        }
    }

    /**
     * Takes a draft through all that comes before the write.
     *
     * @param check finds what is wrong, and the rows to write; it may be called more than once
     */
    void prepare(ItemDraft draft, Consumer<ItemDraft> check) {
        path.saving(unit, draft, options, () -> check.accept(draft));
    }

    /** Writes drafts together, and takes them through all that comes after the write. */
    void write(List<ItemDraft> drafts) {
        saved(writeOnly(drafts));
    }

    /** Writes drafts together, and gives those in which anything is to be written. */
    List<ItemDraft> writeOnly(List<ItemDraft> drafts) {
        path.writing(unit, drafts);
        List<ItemDraft> changed =
                drafts.stream().filter(draft -> !draft.isUnchanged()).toList();
        writeRows(changed);
        if (unit.isNested()) {
            Nested nested = unit.known(Nested.class, Nested::new);
            changed.forEach(nested::wrote);
        }
        return changed;
    }

    /** Takes drafts that were written through all that comes after the write. */
    void saved(List<ItemDraft> drafts) {
        path.saved(unit, drafts);
    }

    /** Whether somebody is to be told that a draft was written. */
    boolean isFollowed(ItemDraft draft) {
        return path.isFollowed(unit, draft);
    }

    /** How many items handlers have saved in this unit so far. */
    long nestedWrites() {
        Nested nested = unit.find(Nested.class);
        return nested == null ? 0 : nested.writes;
    }

    private void writeRows(List<ItemDraft> drafts) {
        List<StoredItem> inserted = new ArrayList<>();
        List<StoredItem> updated = new ArrayList<>();
        List<UUID> deleted = new ArrayList<>();
        Changes values = new Changes();
        for (ItemDraft draft : drafts) {
            if (draft.operation() == SaveOperation.PURGE) {
                deleted.add(draft.row().id());
            } else {
                (draft.held() == null ? inserted : updated).add(Sealing.sealed(draft));
                values.add(draft.rows());
            }
        }
        if (!inserted.isEmpty()) {
            transaction().insertItems(inserted);
        }
        if (!updated.isEmpty()) {
            transaction().updateItems(updated);
        }
        values.write(transaction());
        if (!deleted.isEmpty()) {
            transaction().deleteItems(deleted);
        }
    }

    /** The item as it is by now, after all that its save has brought about. */
    Item item(ItemDraft draft) {
        HeldItem held = draft.held() != null && draft.isUnchanged() ? draft.held() : draft.wanted();
        Nested nested = unit.find(Nested.class);
        HeldItem latest = nested == null ? null : nested.latest.get(held.row().id());
        return (latest == null || latest.row().revision() <= held.row().revision() ? held : latest).item(types);
    }

    /** Saves one item. */
    Item save(ItemDraft draft, Consumer<ItemDraft> check) {
        prepare(draft, check);
        write(List.of(draft));
        return item(draft);
    }
}
