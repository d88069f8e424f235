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
 * @param findings how many findings are kept of it; what a row is written with is left out of account, for
 *     {@link ContentTransaction#replaceFindings} counts them
 * @param checksum what its row and values were sealed with, or null where they are not
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
        @Nullable Deleted deleted,
        int findings,
        @Nullable Long checksum) {

    /** An item without findings that is not sealed. */
    public StoredItem(
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
        this(id, type, name, parent, revision, createdAt, createdBy, savedAt, savedBy, deleted, 0, null);
    }

    /** The item as somebody saved it, under a name and below an item, yet to be sealed. */
    public StoredItem saved(String otherName, @Nullable UUID otherParent, Instant at, String by) {
        return with(otherName, otherParent, revision + 1, at, by, deleted, null);
    }

    /** The item below another one, of the same revision and yet to be sealed. */
    public StoredItem below(@Nullable UUID otherParent) {
        return with(name, otherParent, revision, savedAt, savedBy, deleted, null);
    }

    /** The item under another name, of the same revision and yet to be sealed. */
    public StoredItem withName(String other) {
        return with(other, parent, revision, savedAt, savedBy, deleted, null);
    }

    /** The item in the recycle bin, or out of it where that is null, yet to be sealed. */
    public StoredItem withDeleted(@Nullable Deleted other) {
        return with(name, parent, revision, savedAt, savedBy, other, null);
    }

    /** The item, sealed; or not, where that is null. */
    public StoredItem withChecksum(@Nullable Long other) {
        return with(name, parent, revision, savedAt, savedBy, deleted, other);
    }

    private StoredItem with(
            String otherName,
            @Nullable UUID otherParent,
            long otherRevision,
            Instant at,
            String by,
            @Nullable Deleted otherDeleted,
            @Nullable Long seal) {
        return new StoredItem(
                id,
                type,
                otherName,
                otherParent,
                otherRevision,
                createdAt,
                createdBy,
                at,
                by,
                otherDeleted,
                findings,
                seal);
    }

    /** Whether a row is written with the same, however it is sealed and whatever was found in it. */
    public boolean isSameRow(StoredItem other) {
        return written().equals(other.written());
    }

    private StoredItem written() {
        return new StoredItem(id, type, name, parent, revision, createdAt, createdBy, savedAt, savedBy, deleted);
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
