package dev.synchronizer.migration;

import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ItemFilter;
import java.util.function.Consumer;

/** Counts what a migration step would work on, and has it do nothing. */
final class CountingWork implements StepWork {
    private final ContentReads reads;
    private long items;

    CountingWork(ContentReads reads) {
        this.reads = reads;
    }

    @Override
    public void onEach(StepNames.Type type, ItemFilter filter, Consumer<StepItem> each) {
        items += reads.count(filter);
    }

    @Override
    public long items() {
        return items;
    }

    @Override
    public boolean isBrokenOff() {
        return false;
    }

    @Override
    public String place() {
        return "";
    }
}
