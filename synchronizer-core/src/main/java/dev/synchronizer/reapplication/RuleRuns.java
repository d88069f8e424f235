package dev.synchronizer.reapplication;

import dev.synchronizer.content.BegunRun;
import dev.synchronizer.content.RefusedItem;
import dev.synchronizer.content.RuleBatch;
import dev.synchronizer.content.RuleBatches;
import dev.synchronizer.model.Actor;
import dev.synchronizer.store.RuleRunRecord;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Applies rules to all items that are not in the recycle bin, in the order of their ids and batch by batch. Each batch is
 * a transaction of its own that also says how far it has come: after whatever end, what is applied again goes on behind
 * the last batch, and no item is met twice.
 *
 * <p>An application is one of the rules with which it began: where these are changed, it ends, and is begun anew. Those of
 * other stores in the same database are none of its business. What others create meanwhile may be met or not; what they
 * save is never overwritten. Safe for use by many threads; where two nodes apply the same selection at once, they take
 * turns at one application. Handlers may be called again for a batch that begins anew, as with every save.
 */
public final class RuleRuns {
    /** How many applications of the same selection that have ended are kept. */
    public static final int KEPT = RuleBatches.KEPT_RUNS;

    private final RuleBatches batches;

    public RuleRuns(RuleBatches batches) {
        this.batches = batches;
    }

    /**
     * Applies rules. An item that a rule, a handler or a validator refuses or fails on, or that cannot be read, is left as
     * it is, and told of.
     *
     * @param actor is recorded as the one who saves the items
     * @throws dev.synchronizer.problem.ProblemsException if a rule or a type does not exist, a rule does not fit a type any
     *     more or is changed meanwhile, or the database fails; what was committed stays, and can be gone on with
     * @throws IllegalStateException in a unit of work that is under way
     */
    public RuleRunReport apply(String actor, RuleSelection selection, RuleRunOptions options) {
        String checked = Actor.checked(actor);
        return options.dryRun() ? look(checked, selection, options) : run(checked, selection, options);
    }

    private RuleRunReport run(String actor, RuleSelection selection, RuleRunOptions options) {
        BegunRun begun = batches.begin(actor, selection.rules(), selection.types(), options.anew());
        RuleRunRecord run = begun.run();
        Tally tally = new Tally(options, batches.count(selection.rules(), selection.types()));
        BatchSize size = new BatchSize(options);
        RuleBatch batch;
        do {
            batch = batches.next(run.id(), actor, options.saving(), size.next());
            size.was(batch);
            tally.reached(batch);
        } while (batch.more());
        return tally.report(
                run.id(), begun.changedRules(), run.looked(), batches.refusals(run.id(), RuleRunReport.LISTED));
    }

    private RuleRunReport look(String actor, RuleSelection selection, RuleRunOptions options) {
        Tally tally = new Tally(options, batches.count(selection.rules(), selection.types()));
        BatchSize size = new BatchSize(options);
        UUID after = null;
        RuleBatch batch;
        do {
            int limit = size.next().items();
            batch = batches.look(actor, options.saving(), selection.rules(), selection.types(), after, limit);
            after = batch.lastItem();
            size.was(batch);
            tally.add(batch);
        } while (batch.more());
        return tally.report();
    }

    /** The last applications of this store's rules, the newest first; of those of one selection that have ended, {@link #KEPT} are kept. */
    public List<RuleRunRecord> list(int limit) {
        return batches.runs(limit);
    }

    /** Those that have not ended: they are at work, or can be gone on with by applying the same selection again. */
    public List<RuleRunRecord> unfinished() {
        return batches.unfinished();
    }

    /**
     * Tells of all items that an application left as they are, with the reasons, in the order of their ids.
     *
     * @param run its number
     */
    public void refusals(long run, Consumer<RefusedItem> action) {
        batches.refusals(run, action);
    }
}
