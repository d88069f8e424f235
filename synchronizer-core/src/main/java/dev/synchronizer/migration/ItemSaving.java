package dev.synchronizer.migration;

import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.BlockParts.Part;
import dev.synchronizer.value.StoredForm;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Writes what a migration step changed of items: the values that differ, and of each such item a new revision. */
final class ItemSaving {
    private final ContentTransaction content;
    private final BlockParts parts;
    private final String actor;
    private final Instant now;

    /** @param now when they are saved: a moment at which no other item was */
    ItemSaving(ContentTransaction content, BlockParts parts, String actor, Instant now) {
        this.content = content;
        this.parts = parts;
        this.actor = actor;
        this.now = now;
    }

    BlockParts parts() {
        return parts;
    }

    /** How many items it has written by now, each counted once, however often it was. */
    long items() {
        return content.countSavedAt(now);
    }

    void save(ItemBatch batch) {
        List<StoredItem> changed = new ArrayList<>();
        List<StoredValue> saved = new ArrayList<>();
        List<StoredValue> gone = new ArrayList<>();
        for (int i = 0; i < batch.items().size(); i++) {
            StepItem item = batch.items().get(i);
            Values before = batch.before(item.id());
            if (!before.equals(item.values())) {
                changed.add(raised(batch.rows().get(i)));
                compare(batch.type(), item.id(), before, item.values(), saved, gone);
            }
        }
        content.deleteValues(gone);
        content.saveValues(saved);
        content.updateItems(changed);
        StepSeals.renew(content, changed);
    }

    private void compare(
            StepNames.Type type,
            UUID item,
            Values before,
            Values after,
            List<StoredValue> saved,
            List<StoredValue> gone) {
        Set<ValueKey> keys = new TreeSet<>(before.keys());
        keys.addAll(after.keys());
        for (ValueKey key : keys) {
            Object value = after.get(key).orElse(null);
            Object former = before.get(key).orElse(null);
            if (value == null) {
                gone.add(stored(type, item, key, Objects.requireNonNull(former)));
            } else if (!value.equals(former)) {
                saved.add(stored(type, item, key, value));
            }
        }
    }

    private StoredValue stored(StepNames.Type type, UUID item, ValueKey key, Object value) {
        Part part = Objects.requireNonNull(parts.of(type.property(key.property())));
        return StoredForm.toStored(item, part.id(), key.language(), part.type(), value, parts);
    }

    private StoredItem raised(StoredItem row) {
        return new StoredItem(
                row.id(),
                row.type(),
                row.name(),
                row.parent(),
                row.revision() + 1,
                row.createdAt(),
                row.createdBy(),
                now,
                actor,
                row.deleted());
    }
}
