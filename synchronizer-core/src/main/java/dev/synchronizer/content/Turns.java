package dev.synchronizer.content;

import dev.synchronizer.store.StoredItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Items that are saved one after the other: read together, and once more where handlers have saved one of them before its turn
 * has come. Not thread-safe.
 */
public final class Turns {
    private final ItemUnit items;
    private final long since;
    private final Map<UUID, HeldItem> read = new HashMap<>();

    /**
     * Reads what items hold.
     *
     * @param rows their rows
     * @param since when these were read, see {@link ItemUnit#moment}
     * @param observed whether anybody needs to know what an item holds
     */
    Turns(ItemUnit items, List<StoredItem> rows, long since, Predicate<StoredItem> observed) {
        this.items = items;
        this.since = since;
        List<StoredItem> unchanged =
                rows.stream().filter(row -> !items.wroteSince(row.id(), since)).toList();
        Reading.Rows.settled(unchanged.stream().filter(observed).toList(), items.transaction())
                .held(items.types())
                .forEach(each -> read.put(each.row().id(), each));
        unchanged.stream()
                .filter(observed.negate())
                .forEach(row -> read.put(row.id(), HeldItem.withoutValues(row, items.types())));
    }

    /** All of them with what they hold. */
    Turns(ItemUnit items, List<StoredItem> rows, long since) {
        this(items, rows, since, row -> true);
    }

    /** An item as it is by now; null where it is gone, or none of these. */
    public @Nullable HeldItem next(UUID id) {
        return items.wroteSince(id, since) ? items.now(id) : read.get(id);
    }
}
