package dev.synchronizer.migration;

import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.BlockParts.Part;
import dev.synchronizer.value.StoredForm;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A few items with their values, which nobody else can save until the run has ended.
 *
 * @param length how many characters their values had
 */
record ItemBatch(List<StepItem> items, long length) {
    static ItemBatch read(ContentTransaction content, Collection<UUID> ids, StepNames.Type type, BlockParts parts) {
        List<StoredItem> rows = content.lockItems(ids);
        Map<UUID, Map<ValueKey, Object>> values = new HashMap<>();
        List<StoredValue> stored = content.values(ids);
        for (StoredValue value : stored) {
            Part part = parts.of(value.property());
            if (part != null) {
                values.computeIfAbsent(value.item(), id -> new HashMap<>())
                        .put(
                                new ValueKey(part.name(), value.language()),
                                StoredForm.fromStored(part.type(), value, parts));
            }
        }
        List<StepItem> items = new ArrayList<>();
        for (StoredItem row : rows) {
            items.add(new StepItem(row, type, parts, Values.of(values.getOrDefault(row.id(), Map.of()))));
        }
        return new ItemBatch(items, StoredValue.length(stored));
    }
}
