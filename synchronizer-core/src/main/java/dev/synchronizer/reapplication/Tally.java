package dev.synchronizer.reapplication;

import dev.synchronizer.content.ItemChange;
import dev.synchronizer.content.ItemFinding;
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
    private final List<ItemFinding> findings = new ArrayList<>();
    private long looked;
    private long changed;
    private long refused;
    private long found;

    Tally(RuleRunOptions options, long total) {
        this.options = options;
        this.total = total;
    }

    /** Adds a batch that says how many items are done with altogether. */
    void reached(RuleBatch batch) {
        looked = batch.looked();
        changed = batch.changed();
        refused = batch.refused();
        tell(batch);
    }

    /** Adds a batch that knows of itself alone. */
    void add(RuleBatch batch) {
        looked += batch.looked();
        changed += batch.changed();
        refused += batch.refused();
        tell(batch);
    }

    private void tell(RuleBatch batch) {
        found += batch.findings().size();
        fill(changes, batch.changes());
        fill(refusals, batch.refusals());
        fill(findings, batch.findings());
        batch.findings().forEach(each -> options.saving().findings().found(each.item(), each.finding()));
        batch.refusals().forEach(options.refused());
        options.progress().done(looked, changed, Math.max(total, batch.more() ? looked + 1 : looked));
    }

    private static <T> void fill(List<T> listed, List<T> more) {
        listed.addAll(more.subList(0, Math.min(more.size(), RuleRunReport.LISTED - listed.size())));
    }

    /** What a dry run came to. */
    RuleRunReport report() {
        return report(0, "", 0, refusals);
    }

    /** @param first the first few items that were left as they are, by whatever call */
    RuleRunReport report(long run, String changedRules, long resumedAfter, List<RefusedItem> first) {
        return new RuleRunReport(
                run, changedRules, resumedAfter, looked, changed, refused, found, changes, first, findings);
    }
}
