package dev.synchronizer.store;

import dev.synchronizer.model.ColumnText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item's own row.
 *
 * @param id its identity
 * @param type the id of its type
 * @param name its name
 * @param parent the item that it stands below, or null
 * @param revision 1 when it is created, and one more with each save
 * @param createdAt when it was created
 * @param createdBy who created it
 * @param savedAt when it was last saved
 * @param savedBy who last saved it
 * @param deleted how it came into the recycle bin, or null where it is not there
 */
public record StoredItem(
        UUID id,
        long type,
        String name,
        @Nullable UUID parent,
        long revision,
        Instant createdAt,
        String createdBy,
        Instant savedAt,
        String savedBy,
        @Nullable Deleted deleted) {

    /** The item as somebody saved it, under a name and below an item. */
    public StoredItem saved(String otherName, @Nullable UUID otherParent, Instant at, String by) {
        return new StoredItem(id, type, otherName, otherParent, revision + 1, createdAt, createdBy, at, by, deleted);
    }

    /** The item below another one, of the same revision. */
    public StoredItem below(@Nullable UUID otherParent) {
        return new StoredItem(id, type, name, otherParent, revision, createdAt, createdBy, savedAt, savedBy, deleted);
    }

    /** The item under another name, of the same revision. */
    public StoredItem withName(String other) {
        return new StoredItem(id, type, other, parent, revision, createdAt, createdBy, savedAt, savedBy, deleted);
    }

    /** The item in the recycle bin, or out of it where that is null. */
    public StoredItem withDeleted(@Nullable Deleted other) {
        return new StoredItem(id, type, name, parent, revision, createdAt, createdBy, savedAt, savedBy, other);
    }

    /** What messages call it, such as {@code "A title" (0197…)}. */
    public String named() {
        return ColumnText.quoted(name) + " (" + id + ")";
    }

    /**
     * How an item came into the recycle bin.
     *
     * @param at when
     * @param by who put it there
     * @param with the item that was deleted, be it itself or one that it stands below
     */
    public record Deleted(Instant at, String by, UUID with) {}
}
