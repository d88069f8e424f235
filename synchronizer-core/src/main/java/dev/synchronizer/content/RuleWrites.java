package dev.synchronizer.content;

import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.UnitFailure;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Has rules look at what was written, and saves what they set: a save of its own, which brings about no rules. */
final class RuleWrites {
    private final ItemUnit items;
    private final ItemUnit asRule;
    private final UnitFailure failure;

    RuleWrites(ItemUnit items, ItemUnit asRule) {
        this.items = items;
        this.asRule = asRule;
        failure = items.failure();
    }

    void apply(List<ItemDraft> drafts) {
        RuleStep step = items.ruleStep();
        drafts.stream()
                .filter(draft -> !draft.isUnchanged())
                .forEach(draft -> failure.blaming(draft.subject(), () -> step.look(draft)));
        // Of what somebody has saved since, the last save says what is kept.
        Map<UUID, List<Finding>> worth = new LinkedHashMap<>();
        step.kept().forEach((draft, findings) -> {
            if (!items.isOutdated(draft)) {
                worth.put(draft.row().id(), findings);
            }
        });
        if (!step.set().isEmpty()) {
            saveSet(step.set());
        }
        if (!worth.isEmpty()) {
            items.keepMore(worth);
        }
        step.tasks().forEach(task -> failure.blaming(task.draft().subject(), task.deed()));
    }

    private void saveSet(Map<ItemDraft, SetByRules> set) {
        long since = asRule.moment();
        List<UUID> ids = set.keySet().stream().map(draft -> draft.row().id()).toList();
        List<StoredItem> rows = List.copyOf(asRule.transaction().items(ids).values());
        Turns turns = new Turns(asRule, rows, since);
        try (Batch batch = new Batch(asRule, asRule::write)) {
            set.forEach((draft, places) -> {
                HeldItem held = turns.next(draft.row().id());
                if (held != null && held.row().deleted() == null) {
                    Values values = places.in(held.own(), draft.after());
                    ItemDraft wanted = ItemDraft.changed(draft.actor(), asRule.types(), held, values, asRule.time());
                    wanted.confirmAs(draft);
                    add(draft, places, wanted, batch);
                }
            });
            batch.write();
        }
    }

    private void add(ItemDraft draft, SetByRules places, ItemDraft wanted, Batch batch) {
        try {
            batch.add(
                    wanted, new ItemChecks(asRule, new Violations(wanted.type().name())));
            failure.throwIfAny();
        } catch (ProblemsException e) {
            if (!batch.isBroken()) {
                failure.blame(draft.subject());
            }
            throw batch.hasFailedElsewhere() ? e : places.named(e);
        }
    }
}
