package dev.synchronizer.content;

import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.Values;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transaction in which many items are written, each held against its type as one that is saved alone; only that they may
 * bring what code no longer declares, as they come from somewhere where it did.
 *
 * <p>Not thread-safe, and of use only until the transaction ends.
 */
public final class BulkWriting {
    private final Work work;
    private final TypeView types;
    private final ContentTransaction transaction;

    BulkWriting(Work work, TypeView types, ContentTransaction transaction) {
        this.work = work;
        this.types = types;
        this.transaction = transaction;
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

    /** Items with what they hold. */
    public List<HeldItem> held(List<StoredItem> rows) {
        return Reading.Rows.of(rows, transaction).held(types);
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
        return References.added(type, known, wanted.own(), types);
    }

    /**
     * Finds what is wrong with the target of a reference.
     *
     * @param target what is referred to, in the recycle bin or not; null where there is no such item
     */
    public void checkTarget(Reference reference, @Nullable StoredItem target, Violations violations) {
        References.checkTarget(reference, target, types, violations);
    }

    /**
     * The rows of values that make of an item what it is to be.
     *
     * @param held the item as it is; null where there is none
     * @param violations is told of what cannot be written from here
     */
    public Changes changes(HeldItem wanted, @Nullable HeldItem held, Violations violations) {
        HeldItem before = held == null ? wanted.empty() : held;
        return Changes.between(before, wanted.own(), wanted.orphaned(), types, violations);
    }
}
