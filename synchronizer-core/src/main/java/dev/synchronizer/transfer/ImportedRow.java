package dev.synchronizer.transfer;

import dev.synchronizer.store.StoredItem;
import dev.synchronizer.store.StoredItem.Deleted;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item's own row as a line of an import says it; what the line leaves open is null.
 *
 * @param revision the revision; 0 where that is left open
 * @param parent the item that it stands below; null where it stands below none
 * @param deleted how it came into the recycle bin; null where it is not there
 */
record ImportedRow(
        UUID id,
        long type,
        String name,
        @Nullable UUID parent,
        long revision,
        @Nullable Instant createdAt,
        @Nullable String createdBy,
        @Nullable Instant savedAt,
        @Nullable String savedBy,
        @Nullable Deleted deleted) {

    /** The row of an item that is new, of this revision or a later one. */
    StoredItem created(long least, Instant now, String actor) {
        Instant at = or(createdAt, now);
        String by = or(createdBy, actor);
        return row(Math.max(least, revision), at, by, or(savedAt, at), or(savedBy, by), 0);
    }

    /** The row of an item that is there, in which stays what is left open; yet to be sealed. */
    StoredItem over(StoredItem held) {
        return row(
                revision == 0 ? held.revision() : revision,
                or(createdAt, held.createdAt()),
                or(createdBy, held.createdBy()),
                or(savedAt, held.savedAt()),
                or(savedBy, held.savedBy()),
                held.findings());
    }

    /** The row of an item that is there and is now saved: as the next revision, where that is left open or taken. */
    StoredItem saved(StoredItem held, Instant now, String actor) {
        return row(
                Math.max(revision, held.revision() + 1),
                or(createdAt, held.createdAt()),
                or(createdBy, held.createdBy()),
                or(savedAt, now),
                or(savedBy, actor),
                held.findings());
    }

    private StoredItem row(
            long itsRevision, Instant created, String creator, Instant saved, String saver, int findings) {
        return new StoredItem(
                id, type, name, parent, itsRevision, created, creator, saved, saver, deleted, findings, null);
    }

    private static <T> T or(@Nullable T said, T otherwise) {
        return said == null ? otherwise : said;
    }
}
