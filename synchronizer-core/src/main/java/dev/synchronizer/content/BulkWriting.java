package dev.synchronizer.content;

import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveVetoedException;
import dev.synchronizer.saving.Subject;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.seal.ItemSeal;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A transaction in which many items are written, each held against its type as one that is saved alone; only that they may
 * bring what code no longer declares, as they come from somewhere where it did.
 *
 * <p>Not thread-safe, and of use only until the transaction ends.
 */
public final class BulkWriting {
    private final Work work;
    private final ItemUnit items;
    private final TypeView types;
    private final ContentTransaction transaction;
    private final Map<UUID, Late> late = new LinkedHashMap<>();

    /** @param since when it was found */
    private record Late(long since, List<Finding> findings) {}

    BulkWriting(Work work, ItemUnit items) {
        this.work = work;
        this.items = items;
        types = items.types();
        transaction = items.transaction();
    }

    /** What reads and writes the rows. */
    public ContentTransaction transaction() {
        return transaction;
    }

    /** The present moment, as precisely as it is stored. */
    public Instant now() {
        return work.now();
    }

    public UUID newId() {
        return work.newId();
    }

    /**
     * The type of this name, in use or not.
     *
     * @throws dev.synchronizer.problem.ProblemsException if there is none
     */
    public ItemType type(String name) {
        return TypesInUse.requireKnown(name, types);
    }

    /** The properties of blocks. */
    public BlockParts blocks() {
        return types;
    }

    /** What is written from here on may be taken back in the end. */
    public void mayTakeBack() {
        items.mayTakeBack();
    }

    /** What was written of items is taken back. */
    public void takenBack(Collection<UUID> taken) {
        taken.forEach(items::takenBack);
    }

    /**
     * Items that are written one after the other.
     *
     * @param rows their rows, as they were just read
     */
    public Turns turns(List<StoredItem> rows) {
        return new Turns(items, rows, items.moment());
    }

    /** Where the transaction is by now: it goes on with each item that handlers or rules save. */
    public long moment() {
        return items.moment();
    }

    /** Whether handlers or rules have saved an item behind a moment. */
    public boolean isSavedSince(UUID id, long since) {
        return items.wroteSince(id, since);
    }

    /** The item's row before handlers first saved it in this transaction; null where none has, or where it was not there. */
    public @Nullable StoredItem beforeHandlers(UUID id) {
        return items.beforeNested(id);
    }

    /** Whether an item is what it was before handlers saved it, but for what it is sealed with. */
    public boolean isAsBefore(StoredItem before, HeldItem wanted) {
        Changes all = Changes.between(
                wanted.empty(),
                wanted.own(),
                wanted.orphaned(),
                types,
                new Violations(wanted.type().name()));
        Long seal = before.checksum();
        return seal != null && wanted.row().isSameRow(before) && seal == (ItemSeal.of(before) ^ all.seal());
    }

    /**
     * Finds what is wrong with an item that is to be, but for its references, whose targets may come later.
     *
     * @param wanted the item as it is to be
     * @param held the item as it is; null where there is none
     * @param parent the item that it is to stand below, as it is; null where it is to stand below none
     * @return the references that it did not have before
     */
    public List<Reference> check(
            HeldItem wanted, @Nullable HeldItem held, @Nullable StoredItem parent, Violations violations) {
        ItemType type = wanted.type();
        if (type.effective() != null) {
            if (held == null) {
                TypesInUse.checkUsable(type, violations);
            }
            ItemRules.check(type, wanted.own(), types, violations);
            if (wanted.row().deleted() == null) {
                Places.judge(type, parent, types, violations);
            }
        }
        // One of another type is refused anyway, and its values are none of these properties.
        Values known = held == null || held.row().type() != type.id() ? Values.none() : held.own();
        List<Reference> added = References.added(type, known, wanted.own(), types);
        items.checkFormer(type, added, wanted.own(), violations);
        return added;
    }

    /**
     * Finds what is wrong with the target of a reference, which may have come after the item that refers to it.
     *
     * @param item the item that refers to it
     * @param target what is referred to, in the recycle bin or not; null where there is no such item
     * @return what is in the way; what is not is kept with the item in the end
     */
    public Violations checkTarget(Subject item, Reference reference, @Nullable StoredItem target) {
        Violations found = new Violations(item.type());
        References.checkTarget(reference, target, types, found);
        Violations inTheWay = found.fatal(items.validators());
        for (Finding finding : found.lowered(items.validators())) {
            if (finding.severity() == FindingSeverity.CRITICAL
                    && !items.options().confirmed()) {
                inTheWay.addAll(List.of(finding));
            } else {
                late.computeIfAbsent(UUID.fromString(item.key()), id -> new Late(items.moment(), new ArrayList<>()))
                        .findings()
                        .add(finding);
                items.tell(item, finding);
            }
        }
        return inTheWay;
    }

    /**
     * An item on its way to be what a line says.
     *
     * @param held the item as it is; null where there is none
     */
    public ItemDraft draft(String actor, @Nullable HeldItem held, HeldItem wanted) {
        return new ItemDraft(operation(held, wanted), actor, types, held, wanted).written();
    }

    private static SaveOperation operation(@Nullable HeldItem held, HeldItem wanted) {
        if (held == null) {
            return SaveOperation.CREATE;
        }
        boolean sameBesidesTheBin =
                held.row().withDeleted(null).isSameRow(wanted.row().withDeleted(null))
                        && held.own().equals(wanted.own())
                        && held.orphaned().equals(wanted.orphaned());
        if (!sameBesidesTheBin) {
            return SaveOperation.UPDATE;
        }
        return wanted.row().deleted() == null ? SaveOperation.RESTORE : SaveOperation.DELETE;
    }

    /** What is wrong with a draft and keeps it from being saved, without taking it any further. */
    public Violations judge(ItemDraft draft, ItemCheck check) {
        return items.judge(draft, check);
    }

    /**
     * Items that are written together.
     *
     * @param written is told of drafts once they are written
     */
    public Batch batch(Consumer<List<ItemDraft>> written) {
        return new Batch(items, drafts -> {
            items.writeOnly(drafts);
            written.accept(drafts);
        });
    }

    /**
     * Has rules say beforehand what they would say of a draft once it is written, unless something is in the way anyway.
     *
     * @throws SaveVetoedException if one would veto it
     */
    public void requireAcceptedByRules(ItemDraft draft, Violations violations) {
        items.requireAcceptedByRules(draft, violations);
    }

    /**
     * Finds the rows of values that make of an item what it is to be.
     *
     * @param violations is told of what cannot be written from here
     */
    public void compare(ItemDraft draft, Violations violations) {
        HeldItem wanted = draft.wanted();
        HeldItem before = draft.held() == null ? wanted.empty() : draft.held();
        draft.rows(Changes.between(before, wanted.own(), wanted.orphaned(), types, violations));
    }

    /** Whether somebody is to be told that a draft was written. */
    public boolean isFollowed(ItemDraft draft) {
        return items.isFollowed(draft);
    }

    /** Throws what made any part of the transaction fail, be it that handlers have caught it; unless all is well. */
    public void requireWhole() {
        items.failure().throwIfAny();
    }

    /** The item of which something has failed behind its write; null where nothing has, or where it cannot be told. */
    public @Nullable UUID failed() {
        Subject blamed = items.failure().blamed();
        return blamed == null || blamed.kind() != SubjectKind.ITEM ? null : UUID.fromString(blamed.key());
    }

    /** Takes drafts that were written, and stay, through all that comes after the write. */
    public void saved(List<ItemDraft> drafts) {
        items.saved(drafts);
    }

    /** What tells other nodes that a draft was written, once it is known to stay; null where there is nobody to be told. */
    public @Nullable Runnable word(ItemDraft draft) {
        return items.word(draft);
    }

    /**
     * Keeps what was found about references once all was there; of what handlers have saved since, they have found it again.
     *
     * @param stays whether an item is one that stays as it was written
     */
    public void keepLate(Predicate<UUID> stays) {
        Map<UUID, List<Finding>> kept = new LinkedHashMap<>();
        late.forEach((id, found) -> {
            if (stays.test(id) && !items.wroteSince(id, found.since())) {
                kept.put(id, found.findings());
            }
        });
        items.keepMore(kept);
    }
}
