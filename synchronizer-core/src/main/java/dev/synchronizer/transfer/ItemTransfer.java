package dev.synchronizer.transfer;

import dev.synchronizer.content.Bulk;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.model.Actor;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * Carries items out of the store and into it, as lines of JSON in UTF-8: one line is one item with all that it holds, so that
 * the export of an import is the same file, byte by byte.
 *
 * <p>Safe for use by many threads. What is in the way ends in a {@link ProblemsException} that holds all of it, and a stream
 * that fails in an {@link UncheckedIOException}.
 */
public final class ItemTransfer {
    private final Bulk content;
    private final Exporting exporting;
    private final Importing importing;
    private final SaveOptions options;

    public ItemTransfer(Bulk content) {
        this(content, SaveOptions.standard().from(SaveOrigin.IMPORT));
    }

    private ItemTransfer(Bulk content, SaveOptions options) {
        this.content = content;
        this.options = options;
        exporting = new Exporting(content);
        importing = new Importing(content, options);
    }

    /**
     * The same way to the store, importing otherwise.
     *
     * @throws IllegalArgumentException if it is to import from an origin of the synchronizer's own
     */
    public ItemTransfer with(SaveOptions other) {
        return new ItemTransfer(content, other.insteadOf(options));
    }

    /**
     * The item of this id as a line of an {@link #export}, without its line end.
     *
     * @throws ProblemsException if there is none
     */
    public String line(UUID id) {
        return exporting.line(id);
    }

    /**
     * Writes items as lines in the order of their ids; the stream is flushed, and stays open. All of it is as of one moment,
     * for which a connection is kept until the last line is written. Within a unit of work it is as that one has it, and what
     * others save meanwhile may be in it or not.
     *
     * @param progress is told now and then how many were written, on the calling thread
     * @return how many were written
     * @throws UncheckedIOException if the stream fails
     */
    public long export(ItemQuery query, OutputStream stream, LongConsumer progress) {
        return exporting.export(query, stream, progress);
    }

    /** The same, without telling of progress. */
    public long export(ItemQuery query, OutputStream stream) {
        return export(query, stream, written -> {});
    }

    /**
     * Reads items as {@link #export} writes them, each with its id, revision, times and actors, in one transaction; the stream
     * stays open. Where a line says nothing of those, a new item is one of this actor and moment. Parents and what items refer
     * to may come later.
     *
     * <p>An item that is there already is replaced by a line of a higher revision, and stays as it is where the line is the
     * same. A line of its revision that is otherwise is refused, and so is one of a lower revision: nobody who has read an
     * item saves over what came in meanwhile without noticing. A line without a revision is a save as any other: the item's
     * revision rises by one. What a line does not say of creation stays as it was. Only the recycle bin has no part in this:
     * an item goes there and comes back under the same revision, as it does where it is deleted and restored.
     *
     * @throws InvalidImportException with what is wrong with each line, unless those are left out; nothing was written
     * @throws ProblemsException if it is no UTF-8, or the database fails; nothing was written
     * @throws UncheckedIOException if the stream fails; nothing was written
     */
    public ImportReport importFrom(String actor, InputStream stream, ImportOptions options) {
        return importing.importFrom(Actor.checked(actor), stream, options);
    }
}
