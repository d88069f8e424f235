package dev.synchronizer.content;

import dev.synchronizer.model.Actor;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.SaveOptions;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * What built-in and other validators say of stored items, what they offer to do about it, and what is kept with items that
 * were saved all the same. Safe for use by many threads.
 */
public final class ItemValidation {
    private final Validating validating;
    private final Fixing fixing;
    private final ReadingFindings kept;

    ItemValidation(Work work, Reading reading, SaveOptions options) {
        kept = new ReadingFindings(work);
        validating = new Validating(reading, kept, work.path(), options);
        fixing = new Fixing(work, validating, options);
    }

    /**
     * Holds items against their types as they are today, and asks validators what they say of them. Nothing is written.
     *
     * @param found is told of each item of which there is something to say
     * @param progress is told now and then how many were looked at, on the calling thread
     * @return how many items were looked at
     */
    public long examine(ItemQuery query, Consumer<ExaminedItem> found, LongConsumer progress) {
        return validating.examine(query, found, progress);
    }

    /**
     * Does what validators offer to do about items, each item in a save of its own that is validated as any other, and in a
     * further one where that brings about that more is offered. An item that is wrong all the same is left as it is, as is
     * one on which anything fails, or for which nothing that is offered lasts; of what lasts in part, the rest is a
     * violation. Done a second time, it changes nothing, unless what is mended has rules or handlers undo each other. What
     * concerns all items, such as a failing database, ends it; what was told of by then is done.
     *
     * @param found is told of each item of which there was something to say, and what became of it
     * @param progress is told now and then how many were looked at, on the calling thread
     * @return how many items were looked at
     */
    public long fix(String actor, ItemQuery query, Consumer<FixedItem> found, LongConsumer progress) {
        return fixing.fix(Actor.checked(actor), query, found, progress);
    }

    /** What is kept of an item: what was wrong with it when it was last saved, and saved nevertheless. */
    public List<Finding> kept(UUID item) {
        return kept.ofItem(item);
    }

    /**
     * Goes through the items outside of the recycle bin of which findings are kept, in the order of their ids, and says how
     * many there were.
     */
    public long eachKept(BiConsumer<Item, List<Finding>> action) {
        return kept.each(action);
    }
}
