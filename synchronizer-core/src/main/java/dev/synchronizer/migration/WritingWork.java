package dev.synchronizer.migration;

import dev.synchronizer.store.ContentProgress;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.ItemFilter;
import dev.synchronizer.store.PageSize;
import dev.synchronizer.store.StoredItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has a migration step work on items, a batch at a time, and writes what it changed of each before it reads the next. A
 * nest of batches shares the items that it comes upon again, so that none overwrites what another one set.
 */
final class WritingWork implements StepWork {
    private static final int MOST_IN_BATCH = 500;

    private final ContentTransaction content;
    private final ItemSaving saving;
    private final String step;
    private final ContentProgress progress;
    private final Map<UUID, StepItem> underWay = new HashMap<>();
    private @Nullable StepItem current;
    private boolean brokenOff;

    /** @param step the step, as progress names it */
    WritingWork(ContentTransaction content, ItemSaving saving, String step, ContentProgress progress) {
        this.content = content;
        this.saving = saving;
        this.step = step;
        this.progress = progress;
    }

    @Override
    public void onEach(StepNames.Type type, ItemFilter filter, Consumer<StepItem> each) {
        boolean done = false;
        try {
            onPages(type, filter, each);
            done = true;
        } finally {
            brokenOff |= !done;
        }
    }

    private void onPages(StepNames.Type type, ItemFilter filter, Consumer<StepItem> each) {
        long total = content.count(filter);
        long done = 0;
        PageSize size = new PageSize(MOST_IN_BATCH);
        UUID last = null;
        boolean more = true;
        while (more) {
            List<StoredItem> page = content.page(filter, last, size.rows());
            more = page.size() == size.rows();
            if (!page.isEmpty()) {
                last = page.get(page.size() - 1).id();
                size.wasRead(
                        page.size(),
                        onBatch(type, page.stream().map(StoredItem::id).toList(), each));
                done += page.size();
                progress.done(step, done, Math.max(done, total));
            }
        }
    }

    /** Returns how many characters the values of the batch had. */
    private long onBatch(StepNames.Type type, List<UUID> ids, Consumer<StepItem> each) {
        List<UUID> others = ids.stream().filter(id -> !underWay.containsKey(id)).toList();
        ItemBatch batch = ItemBatch.read(content, others, type, saving.parts());
        batch.items().forEach(item -> underWay.put(item.id(), item));
        ids.stream().map(underWay::get).filter(Objects::nonNull).forEach(item -> on(item, each));
        save(batch.items());
        underWay.keySet().removeAll(others);
        return batch.length();
    }

    private void save(List<StepItem> items) {
        List<StepDraft> drafts = saving.drafts(items);
        drafts.forEach(draft -> on(draft.item(), item -> saving.prepare(draft)));
        saving.write(items, drafts);
        drafts.forEach(draft -> on(draft.item(), item -> saving.saved(draft)));
    }

    private void on(StepItem item, Consumer<StepItem> each) {
        StepItem outer = current;
        current = item;
        each.accept(item);
        current = outer;
    }

    @Override
    public long items() {
        return saving.items();
    }

    @Override
    public boolean isBrokenOff() {
        return brokenOff;
    }

    @Override
    public String place() {
        return current == null ? "" : "item " + current.place();
    }
}
