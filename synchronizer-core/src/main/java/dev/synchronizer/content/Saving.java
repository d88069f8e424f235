package dev.synchronizer.content;

import dev.synchronizer.saving.ChangeSet;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.Values;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Saves what items hold. */
final class Saving {
    /** Stands for whatever revision is stored. */
    private static final long ANY = -1;

    private final Work work;
    private final SaveOptions options;

    Saving(Work work, SaveOptions options) {
        this.work = work;
        this.options = options;
    }

    /** What an item is to hold instead of what it holds. */
    interface Edit {
        Edited edit(HeldItem held, TypeView types, Violations violations);

        /** Looks at the item behind all that its save has brought about; what is thrown takes that back. */
        default void saved(Item item) {}
    }

    /**
     * What an item is to hold.
     *
     * @param own of properties in use, each under its own name
     * @param orphaned of those that are out of use
     */
    record Edited(Values own, Values orphaned) {
        /** What it is to hold otherwise. */
        ChangeSet over(HeldItem held) {
            return ChangeSet.between(held.own(), own)
                    .and(ChangeSet.between(held.orphaned(), orphaned).all());
        }
    }

    /** Saves what an item holds, in use and out of use. */
    Item save(String actor, Item item) {
        return save(actor, item.id(), item.revision(), item.type(), (held, types, violations) -> {
            Item sorted = GivenValues.sorted(held.type(), item);
            return new Edited(
                    handedOn(held, sorted.values(), types, violations),
                    GivenValues.kept(held, sorted.orphaned(), violations));
        });
    }

    /** Saves what an item is to hold of its properties in use. */
    Item save(String actor, UUID id, long revision, Values values) {
        return save(
                actor,
                id,
                revision,
                null,
                (held, types, violations) -> new Edited(handedOn(held, values, types, violations), held.orphaned()));
    }

    /**
     * Lays what somebody has changed over what others have saved meanwhile.
     *
     * @param read the item as it was read
     * @param edited the item as it is to be
     */
    Item merge(String actor, Item read, Item edited) {
        return save(actor, read.id(), ANY, read.type(), (held, types, violations) -> {
            Item mine = GivenValues.sorted(held.type(), edited);
            Item former = GivenValues.sorted(held.type(), read);
            Item theirs = held.item(types);
            ChangeSet clashing = Merging.clashing(former, mine, theirs);
            if (!clashing.isEmpty()) {
                throw new StaleRevisionException(held.row(), read.revision(), clashing);
            }
            Values merged = Merging.merged(former.values(), mine.values(), theirs.values());
            Values kept = Merging.merged(former.orphaned(), mine.orphaned(), theirs.orphaned());
            return new Edited(handedOn(held, merged, types, violations), GivenValues.kept(held, kept, violations));
        });
    }

    /** Values in canonical form, where those of deprecated properties have gone to their successors. */
    private static Values handedOn(HeldItem held, Values given, TypeView types, Violations violations) {
        Values canonical = GivenValues.canonical(held.type(), given, types, violations);
        return new Succession(held.type(), types).saved(held.own(), canonical, violations);
    }

    /**
     * Saves an item on top of the revision that somebody has seen.
     *
     * @param type the name of its type, where that is known already; it may have got another one since
     */
    Item save(String actor, UUID id, long revision, @Nullable String type, Edit edit) {
        AtomicReference<@Nullable String> known = new AtomicReference<>(type);
        return work.writing(options, types -> known, (name, items) -> save(actor, id, revision, name, edit, items));
    }

    private Item save(
            String actor,
            UUID id,
            long revision,
            AtomicReference<@Nullable String> knownType,
            Edit edit,
            ItemUnit items) {
        ItemDraft underWay = items.joined(id);
        TypeView types = items.types();
        ContentTransaction transaction = items.transaction();
        ItemType expected = Optional.ofNullable(knownType.get())
                .flatMap(types::type)
                .orElseGet(() -> types.type(stored(id, transaction).type()));
        TypesInUse.keep(List.of(expected), items);
        StoredItem row = locked(id, transaction);
        if (row.type() != expected.id()) {
            // Another type has the name by now, and the lock of the right one would come too late.
            knownType.set(null);
            throw new Moved();
        }
        HeldItem held = HeldItem.of(row, transaction.values(List.of(id)), types);
        Violations violations = new Violations(held.type().name());
        Edited edited = edit.edit(held, types, violations);
        if (row.revision() != revision && revision != ANY) {
            throw new StaleRevisionException(row, revision, edited.over(held));
        }
        if (underWay != null) {
            violations.throwIfAny();
            underWay.take(edited.own(), edited.orphaned());
            return underWay.wanted().item(types);
        }
        StoredItem saved = row.saved(row.name(), row.parent(), work.now(), actor);
        HeldItem wanted = HeldItem.wanted(saved, held.type(), edited.own(), edited.orphaned());
        ItemDraft draft = new ItemDraft(SaveOperation.UPDATE, actor, types, held, wanted);
        ItemChecks checks = new ItemChecks(items, violations);
        checks.requireReadable(draft);
        Item after = items.save(draft, checks);
        edit.saved(after);
        return after;
    }

    private static StoredItem stored(UUID id, ContentTransaction transaction) {
        return transaction.item(id).orElseThrow(() -> ItemProblems.missing(id));
    }

    private static StoredItem locked(UUID id, ContentTransaction transaction) {
        StoredItem row =
                transaction.lockItems(List.of(id)).stream().findFirst().orElseThrow(() -> ItemProblems.missing(id));
        if (row.deleted() != null) {
            throw ItemProblems.inBin(row);
        }
        return row;
    }
}
