package dev.synchronizer.content;

import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.store.StoredItem;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What handlers and rules have saved in a unit: which items, and in what order; not what these hold. Not thread-safe. */
final class NestedWrites {
    private final Map<UUID, Written> byItem = new HashMap<>();
    private long moment;

    /**
     * An item that was written.
     *
     * @param before its row as it was before the first of these, sealed with what it held; null where it was made by one of them
     * @param moment when it was written last
     */
    private record Written(@Nullable StoredItem before, long moment, boolean gone) {}

    /** How many there were so far in a unit. */
    static long momentOf(Unit unit) {
        NestedWrites known = unit.find(NestedWrites.class);
        return known == null ? 0 : known.moment;
    }

    static NestedWrites of(Unit unit) {
        return unit.known(NestedWrites.class, NestedWrites::new);
    }

    void add(ItemDraft draft) {
        moment++;
        HeldItem held = draft.held();
        Written first = byItem.get(draft.row().id());
        StoredItem before = first != null ? first.before() : held == null ? null : Sealing.fitting(held, draft);
        byItem.put(draft.row().id(), new Written(before, moment, draft.operation() == SaveOperation.PURGE));
    }

    /** Whether an item was written behind a moment. */
    boolean wroteSince(UUID item, long since) {
        Written written = byItem.get(item);
        return written != null && written.moment() > since;
    }

    boolean hasPurged(UUID item) {
        Written written = byItem.get(item);
        return written != null && written.gone();
    }

    /** An item's row as it was before handlers saved it for the first time; null where they have not, or have made it. */
    @Nullable
    StoredItem before(UUID item) {
        Written written = byItem.get(item);
        return written == null ? null : written.before();
    }
}
