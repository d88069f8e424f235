package dev.synchronizer.content;

import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.ItemFilter;
import dev.synchronizer.store.RuleRunRecord;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.StoredValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Applies rules to stored items, a batch at a time, in the order of the items' ids. How far it has come is written in the
 * transaction that writes the items, so that no item is met twice. Safe for use by many threads.
 */
public final class RuleBatches {
    private static final String WHAT = "an application of rules";

    private final Work work;
    private final Reading reading;

    public RuleBatches(Work work) {
        this.work = work;
        reading = new Reading(work);
    }

    /** The applications that there were, the newest first. */
    public List<RuleRunRecord> runs(int limit) {
        return work.store().ruleRuns(limit);
    }

    /**
     * Begins an application, or goes on with the one of the same rules and types that has not ended. Of two that do so at
     * once, the second goes on with that of the first.
     *
     * @param anew whether to end those that have not ended, and to begin anew
     * @throws ProblemsException if a rule or a type does not exist
     */
    public RuleRunRecord begin(String actor, List<String> rules, List<String> types, boolean anew) {
        work.requireNoUnit(WHAT);
        choice(rules, types);
        work.store().prepare();
        return work.store().inTransaction(transaction -> begin(actor, rules, types, anew, transaction.content()));
    }

    private RuleRunRecord begin(
            String actor, List<String> rules, List<String> types, boolean anew, ContentTransaction content) {
        List<RuleRunRecord> unfinished = content.unfinishedRuleRuns().stream()
                .filter(run -> run.rules().equals(rules) && run.types().equals(types))
                .toList();
        if (!anew && !unfinished.isEmpty()) {
            return unfinished.get(0);
        }
        unfinished.forEach(run ->
                content.endRuleRun(run.id(), RuleRunRecord.State.FAILED, work.now(), actor + " has begun it anew"));
        long id = content.beginRuleRun(RuleRunRecord.of(actor, work.now(), rules, types));
        return content.lockRuleRun(id).orElseThrow();
    }

    /** By what is stored now, be it that this node has not heard of it yet. */
    private RuleChoice choice(List<String> rules, List<String> types) {
        return work.reading(ContentReads::changeNumber, (view, number) -> RuleChoice.of(rules, types, view));
    }

    /** How many items rules are to look at, as it is now. */
    public long count(List<String> rules, List<String> types) {
        Optional<ItemFilter> filter = choice(rules, types).items();
        return filter.isEmpty() ? 0 : work.reading(reads -> reads.count(filter.get()), (view, count) -> count);
    }

    /**
     * Applies rules to the items that come next, in one transaction. Where something refuses all of them at once, just the
     * first one is done with, so that it becomes known which of them it is.
     *
     * @param run its number
     * @param limit how many items at most
     * @throws ProblemsException if rules do not fit types any more, the database fails, or somebody has ended it
     */
    public RuleBatch next(long run, String actor, SaveOptions options, int limit) {
        work.requireNoUnit(WHAT);
        SaveOptions asRule = options.from(SaveOrigin.RULE);
        try {
            return batch(run, actor, asRule, limit, new AtomicReference<>(), null);
        } catch (RuleApplying.Interfered e) {
            return single(run, actor, asRule);
        } catch (ProblemsException e) {
            if (!RuleApplying.isOfAnItem(e) || hasEnded(e)) {
                throw e;
            }
            return single(run, actor, asRule);
        }
    }

    private static boolean hasEnded(ProblemsException failure) {
        return failure.problems().stream()
                .anyMatch(problem ->
                        problem.code() == ProblemCode.RULE_RUN_ENDED || problem.code() == ProblemCode.ITEMS_BUSY);
    }

    private RuleBatch single(long run, String actor, SaveOptions options) {
        AtomicReference<@Nullable HeldItem> tried = new AtomicReference<>();
        try {
            return batch(run, actor, options, 1, tried, null).asSingle();
        } catch (ProblemsException e) {
            HeldItem item = tried.get();
            if (item == null || !RuleApplying.isOfAnItem(e) || hasEnded(e)) {
                throw e;
            }
            return batch(run, actor, options, 1, tried, RuleApplying.refused(item, e))
                    .asSingle();
        }
    }

    private RuleBatch batch(
            long run,
            String actor,
            SaveOptions options,
            int limit,
            AtomicReference<@Nullable HeldItem> tried,
            @Nullable RefusedItem leftOut) {
        return work.writing(options, TypeView::rules, (known, items) -> {
            ContentTransaction transaction = items.transaction();
            RuleRunRecord record = transaction
                    .lockRuleRun(run)
                    .filter(locked -> locked.state() != RuleRunRecord.State.FAILED)
                    .orElseThrow(() -> ItemProblems.refusal(
                            ProblemCode.RULE_RUN_ENDED, "application " + run, "it was ended by somebody else"));
            if (record.state() == RuleRunRecord.State.DONE) {
                return nothing(record);
            }
            Work.requireSameMoment(items.types(), transaction.changeNumber());
            RuleChoice choice = RuleChoice.of(record.rules(), record.types(), items.types());
            List<StoredItem> page = page(choice, record.lastItem(), limit, transaction);
            RuleLook look = new RuleLook(choice, work.path(), options, actor, work.now());
            RuleApplying applying = new RuleApplying(items.ofRules(), choice, look);
            List<HeldItem> held = applying.locked(page);
            tried.set(held.isEmpty() ? null : held.get(0));
            applying.apply(held, limit == 1, leftOut);
            return advanced(record, page, held, applying, limit, transaction);
        });
    }

    private static RuleBatch nothing(RuleRunRecord record) {
        return new RuleBatch(
                record.lastItem(), record.looked(), record.changed(), List.of(), List.of(), 0, 0, false, false);
    }

    private static List<StoredItem> page(RuleChoice choice, @Nullable UUID after, int limit, ContentReads reads) {
        return choice.items().map(filter -> reads.page(filter, after, limit)).orElse(List.of());
    }

    private RuleBatch advanced(
            RuleRunRecord record,
            List<StoredItem> page,
            List<HeldItem> held,
            RuleApplying applying,
            int limit,
            ContentTransaction transaction) {
        List<ItemChange> changes = applying.changes();
        long looked = record.looked() + page.size();
        long changed = record.changed() + changes.size();
        UUID last =
                page.isEmpty() ? record.lastItem() : page.get(page.size() - 1).id();
        if (!page.isEmpty()) {
            transaction.advanceRuleRun(record.id(), page.get(page.size() - 1).id(), looked, changed);
        }
        boolean more = page.size() == limit;
        if (!more) {
            transaction.endRuleRun(record.id(), RuleRunRecord.State.DONE, work.now(), null);
        }
        return new RuleBatch(
                last, looked, changed, changes, applying.refusals(), length(held), page.size(), more, false);
    }

    private static long length(List<HeldItem> held) {
        return held.stream().mapToLong(item -> StoredValue.length(item.rows())).sum();
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
        SaveOptions asRule = options.from(SaveOrigin.RULE);
        Optional<ItemFilter> filter = choice(rules, types).items();
        if (filter.isEmpty()) {
            return new RuleBatch(null, 0, 0, List.of(), List.of(), 0, 0, false, false);
        }
        return work.reading(
                reads -> Reading.Rows.of(reads.page(filter.get(), after, limit), reads),
                (view, rows) -> looked(
                        rows,
                        limit,
                        new RuleLook(RuleChoice.of(rules, types, view), work.path(), asRule, actor, work.now()),
                        new Validating(reading, work.path(), asRule),
                        view));
    }

    private static RuleBatch looked(
            Reading.Rows rows, int limit, RuleLook look, Validating validating, TypeView types) {
        List<ItemChange> changes = new ArrayList<>();
        List<RefusedItem> refusals = new ArrayList<>();
        List<HeldItem> held = rows.held(types);
        for (HeldItem each : held) {
            try {
                RuleLook.Looked found = look.at(each, types);
                if (found.isChanged()) {
                    List<Violation> wrong =
                            validating.judge(found.draft(), types).examined().violations();
                    if (wrong.isEmpty()) {
                        changes.add(found.change());
                    } else {
                        refusals.add(RuleApplying.refused(each, new InvalidItemException(wrong)));
                    }
                }
            } catch (ProblemsException e) {
                if (!RuleApplying.isOfAnItem(e)) {
                    throw e;
                }
                refusals.add(RuleApplying.refused(each, e));
            }
        }
        UUID last = held.isEmpty() ? null : held.get(held.size() - 1).row().id();
        return new RuleBatch(
                last,
                held.size(),
                changes.size(),
                changes,
                refusals,
                StoredValue.length(rows.values()),
                held.size(),
                held.size() == limit,
                false);
    }
}
