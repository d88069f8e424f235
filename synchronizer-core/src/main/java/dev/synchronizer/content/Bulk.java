package dev.synchronizer.content;

import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.value.BlockParts;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Content for those who carry much of it at once: read as of one moment, or written in one transaction.
 *
 * <p>Safe for use by many threads.
 */
public final class Bulk {
    private final Work work;
    private final Reading reading;

    public Bulk(Work work) {
        this.work = work;
        reading = new Reading(work);
    }

    /**
     * One item, in some form.
     *
     * @throws dev.synchronizer.problem.ProblemsException if there is none
     */
    public <T> T one(UUID id, BiFunction<HeldItem, BlockParts, T> form) {
        return reading.one(id, form::apply).orElseThrow(() -> ItemProblems.missing(id));
    }

    /**
     * Goes through items in the order of their ids, all as of one moment, for which a transaction stays open; within a unit of
     * work, as it has them, a page at a time.
     *
     * @param form makes of an item what is wanted of it
     * @return how many there were
     */
    public <T> long each(ItemQuery query, BiFunction<HeldItem, BlockParts, T> form, Consumer<T> action) {
        return work.isInUnit()
                ? reading.each(query, form::apply, action)
                : reading.eachOfOneMoment(query, form::apply, action);
    }

    /**
     * Writes in one transaction, by all types that there are, which are kept as they are until it ends.
     *
     * @param writing is called once at most, as what it reads may be gone by then; what it throws rolls all of it back
     */
    public <T> T write(SaveOptions options, Function<BulkWriting, T> writing) {
        work.requireNoUnit();
        return Once.within(once -> work.writing(
                options,
                types -> {
                    types.loadAll();
                    return types.all();
                },
                (all, items) -> {
                    TypesInUse.keep(all, items);
                    return once.run(() -> write(writing, items));
                }));
    }

    private <T> T write(Function<BulkWriting, T> writing, ItemUnit items) {
        Unit unit = work.consuming("an import");
        T result = writing.apply(new BulkWriting(work, items));
        unit.failure().throwIfAny();
        return result;
    }
}
