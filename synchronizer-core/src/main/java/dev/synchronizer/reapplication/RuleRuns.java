package dev.synchronizer.reapplication;

import dev.synchronizer.content.RuleBatch;
import dev.synchronizer.content.RuleBatches;
import dev.synchronizer.model.Actor;
import dev.synchronizer.store.PageSize;
import dev.synchronizer.store.RuleRunRecord;
import java.util.List;
import java.util.UUID;

/**
 * Applies rules to all items that are not in the recycle bin, in the order of their ids and batch by batch. Each batch is
 * a transaction of its own that also says how far it has come: after whatever end, what is applied again goes on behind
 * the last batch, and no item is met twice.
 *
 * <p>Each batch is done by the rules of its moment. What others create meanwhile may be met or not; what they save is
 * never overwritten. Safe for use by many threads; where two nodes apply the same selection at once, they take turns at
 * one application. Handlers may be called again for a batch that begins anew, as with every save.
 */
public final class RuleRuns {
    private final RuleBatches batches;

    public RuleRuns(RuleBatches batches) {
        this.batches = batches;
    }

    /**
     * Applies rules. An item that a rule, a handler or a validator refuses is left as it is, and told of.
     *
     * @param actor is recorded as the one who saves the items
     * @throws dev.synchronizer.problem.ProblemsException if a rule or a type does not exist, a rule does not fit a type any
     *     more, or the database fails; what was committed stays, and can be gone on with
     * @throws IllegalStateException in a unit of work that is under way
     */
    public RuleRunReport apply(String actor, RuleSelection selection, RuleRunOptions options) {
        String checked = Actor.checked(actor);
        return options.dryRun() ? look(checked, selection, options) : run(checked, selection, options);
    }

    private RuleRunReport run(String actor, RuleSelection selection, RuleRunOptions options) {
        RuleRunRecord begun = batches.begin(actor, selection.rules(), selection.types(), options.anew());
        Tally tally = new Tally(options, batches.count(selection.rules(), selection.types()));
        PageSize size = new PageSize(options.batchSize());
        int alone = 0;
        RuleBatch batch;
        do {
            int limit = size.rows();
            batch = batches.next(begun.id(), actor, options.saving(), alone > 0 ? 1 : limit);
            alone = batch.single() && alone == 0 ? limit - 1 : Math.max(0, alone - 1);
            size.wasRead(batch.items(), batch.length());
            tally.add(batch, batch.looked(), batch.changed());
        } while (batch.more());
        return tally.report(begun.id(), begun.looked());
    }

    private RuleRunReport look(String actor, RuleSelection selection, RuleRunOptions options) {
        Tally tally = new Tally(options, batches.count(selection.rules(), selection.types()));
        PageSize size = new PageSize(options.batchSize());
        UUID after = null;
        RuleBatch batch;
        do {
            batch = batches.look(actor, options.saving(), selection.rules(), selection.types(), after, size.rows());
            after = batch.lastItem();
            size.wasRead(batch.items(), batch.length());
            tally.add(batch, tally.looked() + batch.looked(), tally.changed() + batch.changed());
        } while (batch.more());
        return tally.report(0, 0);
    }

    /** The applications that there were, the newest first. */
    public List<RuleRunRecord> list(int limit) {
        return batches.runs(limit);
    }

    /** Those that have not ended: they are at work, or can be gone on with by applying the same selection again. */
    public List<RuleRunRecord> unfinished() {
        return list(Integer.MAX_VALUE).stream()
                .filter(run -> run.state() == RuleRunRecord.State.RUNNING)
                .toList();
    }
}
