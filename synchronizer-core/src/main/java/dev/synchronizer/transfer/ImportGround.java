package dev.synchronizer.transfer;

import dev.synchronizer.content.BulkWriting;
import dev.synchronizer.content.HeldItem;
import dev.synchronizer.content.Turns;
import dev.synchronizer.store.StoredItem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of lines meets: the items that are there, and those that they are to stand below. Nobody else saves, deletes or
 * moves them until the import has ended; what handlers save of them meanwhile is read anew.
 */
final class ImportGround {
    private final BulkWriting content;
    private final long since;
    private final Map<UUID, StoredItem> there;
    private final Turns turns;

    ImportGround(List<ImportedItem> items, BulkWriting content) {
        this.content = content;
        since = content.moment();
        there = locked(items);
        turns = content.turns(items.stream()
                .map(item -> there.get(item.row().id()))
                .filter(Objects::nonNull)
                .toList());
    }

    /** All at once, and so in the order of their ids, as others lock them. */
    private Map<UUID, StoredItem> locked(List<ImportedItem> items) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (ImportedItem item : items) {
            ids.add(item.row().id());
            if (item.row().parent() != null) {
                ids.add(item.row().parent());
            }
        }
        return content.transaction().lockItems(ids).stream().collect(Collectors.toMap(StoredItem::id, row -> row));
    }

    /** The item that a line is about, as it is; null where it is not there. */
    @Nullable
    HeldItem held(ImportedItem item) {
        return turns.next(item.row().id());
    }

    /** The item that it is to stand below, as it is; null where it is not there, or where it is to stand below none. */
    @Nullable
    StoredItem parent(ImportedItem item) {
        UUID id = item.row().parent();
        if (id == null) {
            return null;
        }
        return content.isSavedSince(id, since) ? content.transaction().item(id).orElse(null) : there.get(id);
    }
}
