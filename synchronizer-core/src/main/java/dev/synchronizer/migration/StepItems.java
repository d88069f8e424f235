package dev.synchronizer.migration;

import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ItemFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Items that a migration step selects; each part narrows the choice. Immutable. */
public final class StepItems {
    private final StepNames.Type type;
    private final ItemFilter filter;
    private final ContentReads reads;
    private final StepWork work;

    StepItems(StepNames.Type type, ItemFilter filter, ContentReads reads, StepWork work) {
        this.type = type;
        this.filter = filter;
        this.reads = reads;
        this.work = work;
    }

    static ItemFilter all(StepNames.Type type, ItemFilter.Bin bin) {
        return new ItemFilter(Set.of(type.id()), ItemFilter.Place.anywhere(), bin, Set.of(), List.of());
    }

    /**
     * Those that have a value of this property, in whatever language.
     *
     * @throws IllegalArgumentException if their type has no such property
     */
    public StepItems having(String property) {
        Set<Long> having = new HashSet<>(filter.having());
        having.add(type.property(property));
        return with(new ItemFilter(filter.types(), filter.place(), filter.bin(), having, filter.conditions()));
    }

    /** Those that are in the recycle bin. */
    public StepItems inBin() {
        return with(in(ItemFilter.Bin.INSIDE));
    }

    /** Those that are not in the recycle bin. */
    public StepItems outsideBin() {
        return with(in(ItemFilter.Bin.OUTSIDE));
    }

    private ItemFilter in(ItemFilter.Bin bin) {
        return new ItemFilter(filter.types(), filter.place(), bin, filter.having(), filter.conditions());
    }

    private StepItems with(ItemFilter other) {
        return new StepItems(type, other, reads, work);
    }

    /** How many there are. */
    public long count() {
        return reads.count(filter);
    }

    /**
     * Works on each, in the order of their ids; a dry run counts them, and calls nothing. They are read in batches, each of
     * which is written before the next is read. What depends on many of them takes two passes: one that collects, and one
     * that sets.
     *
     * <p>Within {@code each} others can be worked on. An item that is met again there is the same one, and written once; what
     * is set in it before that counts for it, but not for {@link #having} and {@link #count}.
     */
    public void forEach(Consumer<StepItem> each) {
        work.onEach(type, filter, each);
    }
}
