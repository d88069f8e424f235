package dev.synchronizer.content;

import dev.synchronizer.rule.RuleFingerprints;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.RuleRunRecord;
import dev.synchronizer.store.StoredRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Begins an application of rules, unless there is one to go on with. */
final class RunBeginning {
    private final Work work;
    private final RuleRunRecord wanted;

    RunBeginning(Work work, RuleRunRecord wanted) {
        this.work = work;
        this.wanted = wanted;
    }

    BegunRun begin(boolean anew) {
        List<RuleRunRecord> unfinished = work.store().unfinishedRuleRuns(wanted.store());
        List<RuleRunRecord> former = ofSelection(unfinished);
        endOfRemovedRules(unfinished);
        Optional<RuleRunRecord> same = anew ? Optional.empty() : same(former);
        if (same.isPresent()) {
            List<RuleRunRecord> others =
                    former.stream().filter(run -> !run.equals(same.get())).toList();
            if (!others.isEmpty()) {
                end(others, wanted.actor() + " goes on with one of the rules as they are now");
            }
            return new BegunRun(same.get(), "");
        }
        String changed = anew || former.isEmpty()
                ? ""
                : RuleFingerprints.difference(former.get(0).fingerprints(), wanted.fingerprints());
        end(former, wanted.actor() + " has begun it anew" + (changed.isEmpty() ? "" : ", for " + changed));
        return new BegunRun(begun(), changed);
    }

    /** Nobody can go on with these, nor begin them anew. */
    private void endOfRemovedRules(List<RuleRunRecord> unfinished) {
        if (unfinished.stream().allMatch(run -> run.rules().isEmpty())) {
            return;
        }
        Set<String> names = work.store()
                .reading(reads -> reads.rules().stream().map(StoredRule::name).collect(Collectors.toSet()));
        List<RuleRunRecord> ended = unfinished.stream()
                .filter(run -> !names.containsAll(run.rules()))
                .toList();
        if (!ended.isEmpty()) {
            end(ended, "a rule that was chosen for it was removed");
        }
    }

    private List<RuleRunRecord> ofSelection(List<RuleRunRecord> unfinished) {
        return unfinished.stream()
                .filter(run -> run.rules().equals(wanted.rules()) && run.types().equals(wanted.types()))
                .toList();
    }

    private Optional<RuleRunRecord> same(List<RuleRunRecord> former) {
        return former.stream()
                .filter(run -> run.fingerprints().equals(wanted.fingerprints()))
                .findFirst();
    }

    /** Waits for a batch that is under way, which is why the store's lock is not held; and makes room for one more. */
    private void end(List<RuleRunRecord> former, String why) {
        work.writing(SaveOptions.standard(), types -> types, (types, unit) -> {
            ContentTransaction content = unit.transaction();
            for (RuleRunRecord run : former) {
                content.lockRuleRun(run.id())
                        .filter(locked -> locked.state() == RuleRunRecord.State.RUNNING)
                        .ifPresent(locked -> content.endRuleRun(run.id(), RuleRunRecord.State.FAILED, work.now(), why));
            }
            content.forgetRuleRuns(wanted, RuleBatches.KEPT_RUNS - 1);
            return former;
        });
    }

    /** Under the store's lock, so that of two that begin at once, the second finds that of the first. */
    private RuleRunRecord begun() {
        return work.store().inTransaction(transaction -> {
            ContentTransaction content = transaction.content();
            return same(ofSelection(content.unfinishedRuleRuns(wanted.store())))
                    .or(() -> content.lockRuleRun(content.beginRuleRun(wanted)))
                    .orElseThrow();
        });
    }
}
