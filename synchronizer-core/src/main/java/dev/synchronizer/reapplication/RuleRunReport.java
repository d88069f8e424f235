package dev.synchronizer.reapplication;

import dev.synchronizer.content.ItemChange;
import dev.synchronizer.content.ItemFinding;
import dev.synchronizer.content.RefusedItem;
import dev.synchronizer.content.RuleBatch;
import java.util.List;

/**
 * What an application of rules came to.
 *
 * @param run its number; 0 for a dry run, which has none
 * @param changedRules why it was begun anew though a former one had not ended: which of its rules are others by now, such as
 *     {@code teasers is another one}; empty where that is not so
 * @param resumedAfter how many items it had been done with when this call went on with it; 0 where it began
 * @param looked how many items it is done with, those before it was resumed too
 * @param changed how many of them it changed, or would
 * @param refused how many of them it left as they are
 * @param found how much was found by this call in items that were saved nevertheless
 * @param changes the first few of this call's changes
 * @param refusals the first few of all items that were left as they are, and why; {@link RuleRuns#refusals} tells of all
 * @param findings the first few of what was found
 */
public record RuleRunReport(
        long run,
        String changedRules,
        long resumedAfter,
        long looked,
        long changed,
        long refused,
        long found,
        List<ItemChange> changes,
        List<RefusedItem> refusals,
        List<ItemFinding> findings) {
    /** How many changes, refusals and findings are listed. */
    public static final int LISTED = RuleBatch.LISTED;

    public RuleRunReport {
        changes = List.copyOf(changes);
        refusals = List.copyOf(refusals);
        findings = List.copyOf(findings);
    }

    public boolean isDryRun() {
        return run == 0;
    }
}
