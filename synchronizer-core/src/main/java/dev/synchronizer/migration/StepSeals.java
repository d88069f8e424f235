package dev.synchronizer.migration;

import dev.synchronizer.seal.ItemSeal;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.StoredValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Seals the items that a migration step has written. */
final class StepSeals {
    private StepSeals() {}

    /**
     * Seals items by what stands there: a step writes only what it sees, and what it does not see may be of newer code.
     *
     * @param rows the items' own rows, as they were written
     */
    static void renew(ContentTransaction content, List<StoredItem> rows) {
        Map<UUID, Long> seals = new HashMap<>();
        rows.forEach(row -> seals.put(row.id(), ItemSeal.of(row)));
        for (StoredValue value : content.values(seals.keySet())) {
            seals.merge(value.item(), ItemSeal.of(value), (one, other) -> one ^ other);
        }
        content.seal(seals);
    }
}
