package dev.synchronizer.reapplication;

import dev.synchronizer.content.ItemChange;
import dev.synchronizer.content.RefusedItem;
import java.util.List;

/**
 * What an application of rules came to.
 *
 * @param run its number; 0 for a dry run, which has none
 * @param resumedAfter how many items it had been done with when this call went on with it; 0 where it began
 * @param looked how many items it is done with, those before it was resumed too
 * @param changed how many of them it changed, or would
 * @param refused how many items this call left as they are
 * @param changes the first few of this call's changes
 * @param refusals the first few of these items, and why
 */
public record RuleRunReport(
        long run,
        long resumedAfter,
        long looked,
        long changed,
        long refused,
        List<ItemChange> changes,
        List<RefusedItem> refusals) {
    /** How many changes and refusals are listed. */
    public static final int LISTED = 20;

    public RuleRunReport {
        changes = List.copyOf(changes);
        refusals = List.copyOf(refusals);
    }

    public boolean isDryRun() {
        return run == 0;
    }
}
