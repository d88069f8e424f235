package dev.synchronizer.migration;

import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ItemFilter;

/**
 * Stored content, as a migration step finds and changes it. Valid only while the step runs, on the thread that runs it; and
 * an item of it can be set only within the {@link StepItems#forEach} that gave it.
 */
public final class StepContent {
    private final StepNames names;
    private final ContentReads reads;
    private final StepWork work;

    StepContent(StepNames names, ContentReads reads, StepWork work) {
        this.names = names;
        this.reads = reads;
        this.work = work;
    }

    /** Whether there is a type of this name, also one that code no longer declares. */
    public boolean has(String type) {
        return names.has(type);
    }

    /** Whether a type has a property of this name, also one that code no longer declares. */
    public boolean has(String type, String property) {
        return names.has(type, property);
    }

    /**
     * All items of a type, those in the recycle bin too.
     *
     * @throws IllegalArgumentException if there is no such type
     */
    public StepItems items(String type) {
        StepNames.Type named = names.type(type);
        return new StepItems(named, StepItems.all(named, ItemFilter.Bin.ANY), reads, work);
    }
}
