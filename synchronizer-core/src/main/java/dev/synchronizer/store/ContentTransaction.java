package dev.synchronizer.store;

import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueColumn;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writes content; all that is written within one is committed or rolled back together. */
public interface ContentTransaction extends ContentReads {
    /**
     * Keeps types and their properties from being changed or deleted until this transaction ends; others that save content
     * are not held up, where the product can tell them apart. All that are needed are to be kept at once, and before items
     * are locked: in this order nobody waits in a circle with a run.
     *
     * @return the ids of those that are there
     */
    Set<Long> keepTypes(Collection<Long> types);

    /**
     * Reads items in the order of their ids, and keeps others from saving them until this transaction ends. Where it keeps no
     * types yet, it first keeps those of these items.
     */
    List<StoredItem> lockItems(Collection<UUID> ids);

    void insertItems(Collection<StoredItem> items);

    /** Writes items' own rows anew. */
    void updateItems(Collection<StoredItem> items);

    /** Deletes items with all of their values; an item may go only before the one that it stands below. */
    void deleteItems(Collection<UUID> items);

    /** Inserts values that were not there. */
    void insertValues(Collection<StoredValue> values);

    /** Replaces values that are there, or inserts them. */
    void saveValues(Collection<StoredValue> values);

    /** Replaces values that are all there, each in the row in which it stands. */
    void updateValues(Collection<StoredValue> values);

    /**
     * Replaces values that are all there, and stand in one column.
     *
     * @param before the column in which they stand
     */
    void replaceValues(Collection<StoredValue> values, ValueColumn before);

    /** Deletes the values at the places of these. */
    void deleteValues(Collection<StoredValue> values);
}
