package dev.synchronizer.model;

import java.util.List;

/**
 * The items of a type.
 *
 * @param items how many this store has, those in the recycle bin among them
 * @param inBin how many of them are in the recycle bin
 * @param elsewhere how many the application keeps in a store of its own
 * @param first the first few of this store, by their ids
 */
public record ItemUse(long items, long inBin, long elsewhere, List<UsedItem> first) {
    public static final ItemUse NONE = new ItemUse(0, 0, 0, List.of());

    public ItemUse {
        first = List.copyOf(first);
    }

    /** How many there are anywhere. */
    public long total() {
        return items + elsewhere;
    }
}
