package dev.synchronizer.reapplication;

import dev.synchronizer.content.ItemChange;
import dev.synchronizer.content.RefusedItem;
import dev.synchronizer.content.RuleBatch;
import java.util.ArrayList;
import java.util.List;

/** Counts what batches came to, and tells of it. Not thread-safe. */
final class Tally {
    private final RuleRunOptions options;
    private final long total;
    private final List<ItemChange> changes = new ArrayList<>();
    private final List<RefusedItem> refusals = new ArrayList<>();
    private long looked;
    private long changed;
    private long refused;

    Tally(RuleRunOptions options, long total) {
        this.options = options;
        this.total = total;
    }

    /** Adds a batch, with which so many items are done with and changed altogether. */
    void add(RuleBatch batch, long nowLooked, long nowChanged) {
        looked = nowLooked;
        changed = nowChanged;
        refused += batch.refusals().size();
        fill(changes, batch.changes());
        fill(refusals, batch.refusals());
        batch.refusals().forEach(options.refused());
        options.progress().done(looked, changed, Math.max(total, looked));
    }

    private static <T> void fill(List<T> listed, List<T> more) {
        listed.addAll(more.subList(0, Math.min(more.size(), RuleRunReport.LISTED - listed.size())));
    }

    long looked() {
        return looked;
    }

    long changed() {
        return changed;
    }

    RuleRunReport report(long run, long resumedAfter) {
        return new RuleRunReport(run, resumedAfter, looked, changed, refused, changes, refusals);
    }
}
