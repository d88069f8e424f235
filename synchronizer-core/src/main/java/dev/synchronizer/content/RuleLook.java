package dev.synchronizer.content;

import dev.synchronizer.rule.RuleFacts;
import dev.synchronizer.rule.RuleOutcome;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SavePath;
import dev.synchronizer.value.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Has rules look at items as they are stored. */
final class RuleLook {
    /** What rules are told is being done with an item. */
    private static final String OPERATION = "APPLY";

    private final RuleChoice choice;
    private final SavePath path;
    private final SaveOptions options;
    private final String actor;
    private final Instant now;
    private final RuleDeeds deeds;

    RuleLook(RuleChoice choice, SavePath path, SaveOptions options, String actor, Instant now) {
        this.choice = choice;
        this.path = path;
        this.options = options;
        this.actor = actor;
        this.now = now;
        deeds = new RuleDeeds(path, options);
    }

    /**
     * What came of the rules.
     *
     * @param draft the item as it is to be
     * @param set which rule set what
     * @param outcomes one for each language
     * @param findings what is to be kept with it
     * @param isChanged whether they set anything
     */
    record Looked(
            HeldItem held,
            ItemDraft draft,
            SetByRules set,
            List<RuleOutcome> outcomes,
            List<Finding> findings,
            boolean isChanged) {
        /** Whether it is another one in the end, also where a handler has had its say. */
        boolean isSaved() {
            return isChanged && !draft.isUnchanged();
        }

        ItemChange change() {
            return new ItemChange(
                    held.row().id(), held.type().name(), held.row().name(), draft.changes());
        }
    }

    /** @throws dev.synchronizer.problem.ProblemsException if a rule refuses the item, or fails on it */
    Looked at(HeldItem held, TypeView types) {
        ItemDraft asItIs = new ItemDraft(SaveOperation.UPDATE, actor, types, held, held);
        SetByRules set = new SetByRules();
        List<RuleOutcome> outcomes = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Values values = held.own();
        for (String language : RuleChoice.languages(held.own())) {
            RuleOutcome outcome = choice.rules().apply(facts(held, values, language));
            findings.addAll(deeds.judge(asItIs, outcome, language));
            outcome.changes().forEach(set::add);
            outcomes.add(outcome);
            values = outcome.values();
        }
        List<Finding> kept = path.found(asItIs, options, findings);
        boolean changed = !values.equals(held.own());
        return new Looked(held, ItemDraft.changed(actor, types, held, values, now), set, outcomes, kept, changed);
    }

    private RuleFacts facts(HeldItem held, Values values, String language) {
        return new RuleFacts(
                held.type().name(),
                held.row().name(),
                values,
                held.own(),
                List.of(),
                OPERATION,
                options.origin().name(),
                path.store(),
                language,
                actor);
    }

    void act(Looked looked) {
        looked.outcomes().forEach(outcome -> deeds.act(looked.draft(), outcome));
    }
}
