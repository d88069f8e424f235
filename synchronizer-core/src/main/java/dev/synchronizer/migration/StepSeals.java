package dev.synchronizer.migration;

import dev.synchronizer.seal.ItemSeal;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.StoredValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Seals the items that a migration step writes, by what stands there before and after: a step writes only what it sees, and
 * what it does not see may be of newer code. What did not fit its seal before fits it no better then.
 */
final class StepSeals {
    /** What the seals of items differ from those that would have fitted before. */
    private final Map<UUID, Long> differences;

    private StepSeals(Map<UUID, Long> differences) {
        this.differences = differences;
    }

    /** To be called before the items are written. */
    static StepSeals before(ContentReads content, List<StoredItem> items) {
        Collection<StoredItem> rows =
                content.items(items.stream().map(StoredItem::id).toList()).values();
        Map<UUID, Long> differences = fitting(rows, content);
        rows.forEach(row -> differences.computeIfPresent(row.id(), (id, fitting) -> difference(row, fitting)));
        return new StepSeals(differences);
    }

    private static long difference(StoredItem row, long fitting) {
        Long sealed = row.checksum();
        return sealed == null ? 0 : sealed ^ fitting;
    }

    /**
     * To be called once they are written.
     *
     * @param items as they were written
     */
    void renew(ContentTransaction content, List<StoredItem> items) {
        Map<UUID, Long> seals = fitting(items, content);
        seals.replaceAll((id, seal) -> seal ^ differences.getOrDefault(id, 0L));
        content.seal(seals);
    }

    private static Map<UUID, Long> fitting(Collection<StoredItem> rows, ContentReads content) {
        Map<UUID, Long> seals = new HashMap<>();
        rows.forEach(row -> seals.put(row.id(), ItemSeal.of(row)));
        for (StoredValue value : content.values(seals.keySet())) {
            seals.merge(value.item(), ItemSeal.of(value), (one, other) -> one ^ other);
        }
        return seals;
    }
}
