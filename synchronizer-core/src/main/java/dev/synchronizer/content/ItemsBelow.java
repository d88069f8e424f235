package dev.synchronizer.content;

import dev.synchronizer.saving.Arrivals;
import dev.synchronizer.saving.Arrivals.Arrival;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.task.TaskKey;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What stands below items and is not in the recycle bin. */
final class ItemsBelow {
    private ItemsBelow() {}

    /** What goes into the recycle bin along with items comes from where their deletion comes from. */
    static void expect(Collection<UUID> roots, Arrival arrival, Unit unit) {
        Arrivals arrivals = Arrivals.of(unit);
        of(roots, unit.content()).forEach(id -> arrivals.expect(TaskKey.item(id), arrival));
    }

    private static Set<UUID> of(Collection<UUID> roots, ContentReads reads) {
        Set<UUID> all = new LinkedHashSet<>();
        Collection<UUID> level = List.copyOf(roots);
        while (!level.isEmpty()) {
            level = reads.children(level).stream()
                    .filter(row -> row.deleted() == null)
                    .map(StoredItem::id)
                    .filter(all::add)
                    .toList();
        }
        return all;
    }
}
