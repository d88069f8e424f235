package dev.synchronizer.migration;

import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ItemFilter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Counts the items that a migration step would work on, each once, and has it do nothing. */
final class CountingWork implements StepWork {
    private final ContentReads reads;
    private final Map<Set<Long>, Set<ItemFilter>> filtersByTypes = new LinkedHashMap<>();

    CountingWork(ContentReads reads) {
        this.reads = reads;
    }

    @Override
    public void onEach(StepNames.Type type, ItemFilter filter, Consumer<StepItem> each) {
        filtersByTypes
                .computeIfAbsent(filter.types(), types -> new LinkedHashSet<>())
                .add(filter);
    }

    @Override
    public long items() {
        SelectedItems selected = new SelectedItems(reads);
        return filtersByTypes.values().stream().mapToLong(selected::count).sum();
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
