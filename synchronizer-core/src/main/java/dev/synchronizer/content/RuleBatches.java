package dev.synchronizer.content;

import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.rule.RuleFingerprints;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.RuleRefusal;
import dev.synchronizer.store.RuleRunRecord;
import dev.synchronizer.store.StoredItem;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Applies rules to stored items, a batch at a time, in the order of the items' ids. How far it has come is written in the
 * transaction that writes the items, so that no item is met twice. Safe for use by many threads.
 */
public final class RuleBatches {
    private static final String WHAT = "an application of rules";
    private static final int PAGE_OF_REFUSALS = 500;

    /** How many applications of the same selection that have ended are kept. */
    public static final int KEPT_RUNS = 100;

    private final Work work;
    private final RuleItems items;
    private final RuleDryRun dryRun;

    public RuleBatches(Work work) {
        this.work = work;
        items = new RuleItems(work);
        dryRun = new RuleDryRun(work, items);
    }

    /** The applications of this store's rules that are kept, the newest first. */
    public List<RuleRunRecord> runs(int limit) {
        return work.store().ruleRuns(work.path().store(), limit);
    }

    /** Those that have not ended, the newest first. */
    public List<RuleRunRecord> unfinished() {
        return work.store().unfinishedRuleRuns(work.path().store());
    }

    /** The first few items that an application left as they are, in the order of their ids. */
    public List<RefusedItem> refusals(long run, int limit) {
        return work.store().ruleRefusals(run, null, limit).stream()
                .map(RefusalJson::read)
                .toList();
    }

    /** Tells of the items that an application left as they are, in the order of their ids. */
    public void refusals(long run, Consumer<RefusedItem> action) {
        List<RuleRefusal> page;
        UUID after = null;
        do {
            page = work.store().ruleRefusals(run, after, PAGE_OF_REFUSALS);
            for (RuleRefusal refusal : page) {
                action.accept(RefusalJson.read(refusal));
                after = refusal.item();
            }
        } while (page.size() == PAGE_OF_REFUSALS);
    }

    /**
     * Begins an application, or goes on with the one of the same rules and types that has not ended. Of two that do so at
     * once, the second goes on with that of the first. One whose rules are others by now is ended, and begun anew: what it
     * has done, others would have done.
     *
     * @param anew whether to end those that have not ended, and to begin anew
     * @throws ProblemsException if a rule or a type does not exist
     */
    public BegunRun begin(String actor, List<String> rules, List<String> types, boolean anew) {
        work.requireNoUnit(WHAT);
        RuleRunRecord wanted = RuleRunRecord.of(
                work.path().store(),
                actor,
                work.now(),
                rules,
                types,
                items.choice(rules, types).fingerprints());
        work.store().prepare();
        return new RunBeginning(work, wanted).begin(anew);
    }

    /** How many items rules are to look at, as it is now. */
    public long count(List<String> rules, List<String> types) {
        return items.count(rules, types);
    }

    /**
     * Applies rules to the items that come next, in one transaction. Where something fails for all of them at once, just the
     * first one is done with, so that it becomes known which of them it is.
     *
     * @param run its number
     * @param options who is told of findings is so by the batch that is returned
     * @throws ProblemsException if rules do not fit types any more, the database fails, or somebody has ended it
     */
    public RuleBatch next(long run, String actor, SaveOptions options, BatchLimit limit) {
        work.requireNoUnit(WHAT);
        SaveOptions asRule = options.from(SaveOrigin.RULE);
        try {
            return batch(run, actor, asRule, limit, new AtomicReference<>(), null);
        } catch (Throwable e) {
            if (!ItemFailure.is(e)) {
                throw e;
            }
            return single(run, actor, asRule, limit.alone());
        }
    }

    private RuleBatch single(long run, String actor, SaveOptions options, BatchLimit alone) {
        AtomicReference<@Nullable Tried> tried = new AtomicReference<>();
        RefusedItem leftOut = null;
        while (true) {
            try {
                return batch(run, actor, options, alone, tried, leftOut).asSingle();
            } catch (Throwable e) {
                Tried item = tried.get();
                if (item == null || !ItemFailure.is(e) || isOf(leftOut, item)) {
                    throw e;
                }
                leftOut = ItemFailure.refused(item.row(), item.type(), e);
            }
        }
    }

    /** Unless another node has been done with that one meanwhile, and the next one has failed. */
    private static boolean isOf(@Nullable RefusedItem leftOut, Tried item) {
        return leftOut != null && leftOut.id().equals(item.row().id());
    }

    /** The first item of a batch, as far as it is known before it is read. */
    private record Tried(StoredItem row, String type) {}

    private RuleBatch batch(
            long run,
            String actor,
            SaveOptions options,
            BatchLimit limit,
            AtomicReference<@Nullable Tried> tried,
            @Nullable RefusedItem leftOut) {
        ToldFindings told = new ToldFindings();
        return work.writing(options.telling(told), TypeView::rules, (known, unit) -> {
            told.clear();
            ContentTransaction transaction = unit.transaction();
            RuleRunRecord record = locked(run, transaction);
            if (record.state() == RuleRunRecord.State.DONE) {
                return RuleBatch.none(record.lastItem(), record.looked(), record.changed(), record.refused());
            }
            unit.requireSameMoment();
            RuleChoice choice = RuleChoice.of(record.rules(), record.types(), unit.types());
            requireSameRules(record, choice);
            List<StoredItem> page = RuleItems.page(choice, record.lastItem(), limit.items(), transaction);
            RuleLook look = new RuleLook(choice, work.path(), unit.options(), actor, work.now());
            RuleApplying applying = new RuleApplying(unit.ofRules(), choice, look);
            List<StoredItem> rows = applying.locked(page);
            tried.set(rows.isEmpty() ? null : tried(rows.get(0), unit.types()));
            RuleAdvance advance = new RuleAdvance(record, page, limit, work::now);
            return advance.by(applying, applying.held(rows, leftOut), told.all(), transaction);
        });
    }

    private static Tried tried(StoredItem row, TypeView types) {
        return new Tried(row, types.type(row.type()).name());
    }

    private static RuleRunRecord locked(long run, ContentTransaction transaction) {
        return transaction
                .lockRuleRun(run)
                .filter(locked -> locked.state() != RuleRunRecord.State.FAILED)
                .orElseThrow(() -> ended(run, "it was ended by somebody else"));
    }

    private static void requireSameRules(RuleRunRecord record, RuleChoice choice) {
        String changed = RuleFingerprints.difference(record.fingerprints(), choice.fingerprints());
        if (!changed.isEmpty()) {
            throw ended(record.id(), "its rules were changed: " + changed);
        }
    }

    private static ProblemsException ended(long run, String message) {
        return ItemProblems.refusal(ProblemCode.RULE_RUN_ENDED, "application " + run, message);
    }

    /**
     * Says what rules would make of the items that come next, and writes nothing. Nobody is asked about that but rules and
     * validators.
     *
     * @param after the item behind which to go on, or null
     */
    public RuleBatch look(
            String actor,
            SaveOptions options,
            List<String> rules,
            List<String> types,
            @Nullable UUID after,
            int limit) {
        work.requireNoUnit(WHAT);
        return dryRun.look(actor, options.from(SaveOrigin.RULE), rules, types, after, limit);
    }
}
