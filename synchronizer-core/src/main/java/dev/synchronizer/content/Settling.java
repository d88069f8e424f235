package dev.synchronizer.content;

import dev.synchronizer.content.Reading.Rows;
import dev.synchronizer.seal.Tripwire;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.StoredValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads items again that do not fit their seals, or have none that would tell, for as long as others save them between the
 * statements that read their rows and their values. What stands still and does not fit, something else has written.
 */
final class Settling {
    private final ContentReads reads;
    private final Map<UUID, StoredItem> items = new LinkedHashMap<>();
    private final Map<UUID, List<StoredValue>> values = new LinkedHashMap<>();

    Settling(ContentReads reads) {
        this.reads = reads;
    }

    Rows settled(Rows read) {
        read.items().forEach(item -> items.put(item.id(), item));
        add(read.values());
        List<UUID> doubtful = misfits(items.keySet());
        if (doubtful.isEmpty()) {
            return read;
        }
        while (!doubtful.isEmpty()) {
            doubtful = misfits(readAgain(saved(doubtful)));
        }
        return new Rows(
                List.copyOf(items.values()),
                values.values().stream().flatMap(List::stream).toList());
    }

    private void add(List<StoredValue> read) {
        read.forEach(value ->
                values.computeIfAbsent(value.item(), id -> new ArrayList<>()).add(value));
    }

    private List<UUID> misfits(Collection<UUID> ids) {
        List<UUID> misfits = new ArrayList<>();
        for (UUID id : ids) {
            StoredItem item = items.get(id);
            if (item != null && !isSealedSo(item, values.getOrDefault(id, List.of()))) {
                misfits.add(id);
            }
        }
        return misfits;
    }

    private static boolean isSealedSo(StoredItem item, List<StoredValue> held) {
        return item.checksum() != null && Tripwire.fits(item, held);
    }

    /** Those that were saved since their rows were read, as each save writes the row; those that are gone are left out. */
    private List<UUID> saved(List<UUID> doubtful) {
        Map<UUID, StoredItem> now = reads.items(doubtful);
        List<UUID> saved = new ArrayList<>();
        for (UUID id : doubtful) {
            StoredItem item = now.get(id);
            if (item == null) {
                items.remove(id);
                values.remove(id);
            } else if (!item.equals(items.put(id, item))) {
                saved.add(id);
            }
        }
        return saved;
    }

    private List<UUID> readAgain(List<UUID> ids) {
        ids.forEach(values::remove);
        if (!ids.isEmpty()) {
            add(reads.values(ids));
        }
        return ids;
    }
}
