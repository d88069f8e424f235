package dev.synchronizer.transfer;

import dev.synchronizer.content.BulkWriting;
import dev.synchronizer.content.HeldItem;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.StoredItem;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a line of an import makes of the item that is there. Who has read that item must notice: it never comes to be
 * otherwise under the revision that it had. Going into the recycle bin and out of it is no save, here as elsewhere.
 *
 * @param row the row that the item is to have
 * @param conflict why it cannot have it; null if it can
 * @param same whether it is the item that is there, as it is
 * @param overtaken whether it is the item as it was before handlers of this import saved it, which stays as they left it, be it purged
 */
record ImportedChange(StoredItem row, @Nullable Problem conflict, boolean same, boolean overtaken) {
    private ImportedChange(StoredItem row, @Nullable Problem conflict, boolean same) {
        this(row, conflict, same, false);
    }

    static ImportedChange of(
            ImportedItem item, @Nullable HeldItem held, BulkWriting content, Instant now, String actor) {
        StoredItem before = content.beforeHandlers(item.row().id());
        if (before == null || before.type() != item.row().type()) {
            return held == null ? created(item, before, now, actor) : of(item, held, now, actor);
        }
        return behindHandlers(item, before, held, content, now, actor);
    }

    /** @param before what handlers of this import have purged; null where it was not there */
    private static ImportedChange created(ImportedItem item, @Nullable StoredItem before, Instant now, String actor) {
        long least = before == null ? 1 : before.revision() + 1;
        return new ImportedChange(item.row().created(least, now, actor), null, false);
    }

    /** Handlers of this import have saved it already: nobody else has, and the line is held against what was there before. */
    private static ImportedChange behindHandlers(
            ImportedItem item,
            StoredItem before,
            @Nullable HeldItem held,
            BulkWriting content,
            Instant now,
            String actor) {
        long revision = item.row().revision();
        StoredItem over = item.row().over(before);
        if (over.revision() == before.revision()) {
            if (content.isAsBefore(before, item.wanted(over))) {
                return new ImportedChange(held == null ? over : held.row(), null, true, true);
            }
            if (before.checksum() == null) {
                return new ImportedChange(over, unknown(before), false);
            }
        }
        if (revision != 0 && revision < before.revision()) {
            return new ImportedChange(over, older(before, revision), false);
        }
        if (revision == before.revision()) {
            return new ImportedChange(over, otherwise(before), false);
        }
        if (held == null) {
            return created(item, before, now, actor);
        }
        return new ImportedChange(item.row().saved(held.row(), now, actor), null, false);
    }

    private static ImportedChange of(ImportedItem item, HeldItem held, Instant now, String actor) {
        StoredItem over = item.row().over(held.row());
        Optional<Problem> conflict = conflict(item, held, over);
        if (conflict.isPresent()) {
            return new ImportedChange(over, conflict.get(), false);
        }
        if (isSameBesidesTheBin(item, over, held)) {
            return new ImportedChange(over, null, over.isSameRow(held.row()));
        }
        return new ImportedChange(item.row().saved(held.row(), now, actor), null, false);
    }

    private static Optional<Problem> conflict(ImportedItem item, HeldItem held, StoredItem over) {
        StoredItem there = held.row();
        long revision = item.row().revision();
        if (there.type() != item.row().type()) {
            return Optional.of(Problem.of(
                    ProblemCode.IMPORT_CONFLICT,
                    there.id().toString(),
                    "the item there is of the type " + held.type().name()));
        }
        if (revision != 0 && revision < there.revision()) {
            return Optional.of(older(there, revision));
        }
        return revision == there.revision() && !isSameBesidesTheBin(item, over, held)
                ? Optional.of(otherwise(there))
                : Optional.empty();
    }

    private static Problem older(StoredItem there, long revision) {
        return saved(
                there,
                there.savedBy() + " has saved revision " + there.revision() + " of it at " + there.savedAt()
                        + ", and the line is of revision " + revision);
    }

    private static Problem otherwise(StoredItem there) {
        return saved(
                there,
                "the item there is otherwise than the line, and both are revision " + there.revision() + ": "
                        + there.savedBy() + " saved that there at " + there.savedAt());
    }

    /** What handlers move to the recycle bin, out of it or away was not read before, and only a seal could tell. */
    private static Problem unknown(StoredItem before) {
        return new Problem(
                ProblemCode.IMPORT_CONFLICT,
                before.id().toString(),
                "handlers of this import have deleted, restored or purged the item, which had no seal: whether the line"
                        + " is otherwise than it was, nobody knows",
                "leave the line out, give it a higher revision, or have doctor --repair seal what is there before");
    }

    private static Problem saved(StoredItem there, String message) {
        return new Problem(
                ProblemCode.IMPORT_CONFLICT,
                there.id().toString(),
                message,
                "leave the line out, or give it a higher revision or none");
    }

    private static boolean isSameBesidesTheBin(ImportedItem item, StoredItem over, HeldItem held) {
        return over.withDeleted(null).isSameRow(held.row().withDeleted(null))
                && held.own().equals(item.own())
                && held.orphaned().equals(item.orphaned());
    }
}
