package dev.synchronizer.content;

import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.seal.ItemSeal;
import dev.synchronizer.store.StoredItem;
import java.util.EnumSet;
import java.util.Set;

/** Seals the rows of items that are saved, by what is known of them at that moment. */
final class Sealing {
    private static final Set<SaveOperation> WITHOUT_VALUES =
            EnumSet.of(SaveOperation.DELETE, SaveOperation.RESTORE, SaveOperation.PURGE);

    private Sealing() {}

    /** The row to be written, sealed with the values that its item has from then on. */
    static StoredItem sealed(ItemDraft draft) {
        StoredItem row = draft.row();
        HeldItem held = draft.held();
        long changed = ItemSeal.of(row) ^ draft.rows().seal();
        if (held == null) {
            return row.withChecksum(changed);
        }
        Long former = held.row().checksum();
        if (former != null) {
            // Built upon what was there, a seal that did not fit fits no better now.
            return row.withChecksum(former ^ ItemSeal.of(held.row()) ^ changed);
        }
        return row.withChecksum(knowsAllValues(draft) ? ItemSeal.of(held.rows()) ^ changed : null);
    }

    /** The row as it was, with the seal that fits what its item held, however it is sealed itself; that one where nobody knows. */
    static StoredItem fitting(HeldItem held, ItemDraft draft) {
        return knowsAllValues(draft) ? held.row().withChecksum(ItemSeal.of(held.row(), held.rows())) : held.row();
    }

    /** On its way into the recycle bin and out of it, an item's values are read only where somebody looks at them. */
    private static boolean knowsAllValues(ItemDraft draft) {
        return !WITHOUT_VALUES.contains(draft.operation());
    }
}
