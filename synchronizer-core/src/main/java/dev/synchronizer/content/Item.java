package dev.synchronizer.content;

import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.Values;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item with what it holds.
 *
 * @param id its identity
 * @param type the name of its type
 * @param name its name
 * @param parent the item that it stands below, or null
 * @param values what it holds; under the name of a deprecated property stands what its successor has
 * @param orphaned what it still holds of properties that code no longer declares: it can be taken away, and not changed
 * @param revision 1 when it is created, and one more with each save
 * @param createdAt when it was created
 * @param createdBy who created it
 * @param savedAt when it was last saved
 * @param savedBy who last saved it
 * @param deleted how it came into the recycle bin, or null where it is not there
 */
public record Item(
        UUID id,
        String type,
        String name,
        @Nullable UUID parent,
        Values values,
        Values orphaned,
        long revision,
        Instant createdAt,
        String createdBy,
        Instant savedAt,
        String savedBy,
        StoredItem.@Nullable Deleted deleted) {

    static Item of(StoredItem row, String type, Values values, Values orphaned) {
        return new Item(
                row.id(),
                type,
                row.name(),
                row.parent(),
                values,
                orphaned,
                row.revision(),
                row.createdAt(),
                row.createdBy(),
                row.savedAt(),
                row.savedBy(),
                row.deleted());
    }

    /** Its value of no language in particular. */
    public Optional<Object> get(String property) {
        return values.get(property);
    }

    public Optional<Object> get(String property, String language) {
        return values.get(property, language);
    }

    /** The item with another value, of no language in particular; null takes it away. It is not saved by that. */
    public Item with(String property, @Nullable Object value) {
        return withValues(values.with(property, value));
    }

    /** The item with another value in a language; null takes it away. It is not saved by that. */
    public Item with(String property, String language, @Nullable Object value) {
        return withValues(values.with(property, language, value));
    }

    /** The item without the values of a property, be it one that code no longer declares. It is not saved by that. */
    public Item without(String property) {
        return with(values.without(property), orphaned.without(property));
    }

    /** The item with all other values in use. It is not saved by that. */
    public Item withValues(Values others) {
        return with(others, orphaned);
    }

    Item with(Values others, Values othersOrphaned) {
        return new Item(
                id,
                type,
                name,
                parent,
                others,
                othersOrphaned,
                revision,
                createdAt,
                createdBy,
                savedAt,
                savedBy,
                deleted);
    }

    /** The item as if it had been read at another revision, on top of which it is to be saved. */
    public Item atRevision(long other) {
        return new Item(
                id, type, name, parent, values, orphaned, other, createdAt, createdBy, savedAt, savedBy, deleted);
    }

    public boolean isDeleted() {
        return deleted != null;
    }

    /** Such as {@code "A title" (0197…)}. */
    @Override
    public String toString() {
        return "\"" + name + "\" (" + id + ")";
    }
}
