package dev.synchronizer.content;

import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.rule.Conditions;
import dev.synchronizer.rule.Rule;
import dev.synchronizer.rule.RuleFacts;
import dev.synchronizer.rule.RuleTrial;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOrigin;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Tries rules on items as they are stored, as if who saved them last had saved them once more and changed nothing. Writes
 * nothing. Safe for use by many threads.
 */
public final class RuleTrials {
    private final Work work;
    private final Reading reading;
    private final Supplier<Conditions> conditions;

    public RuleTrials(Work work, Supplier<Conditions> conditions) {
        this.work = work;
        this.conditions = conditions;
        reading = new Reading(work);
    }

    /**
     * Tries a rule on the item of this id.
     *
     * @throws ProblemsException if there is no such item, or the rule does not fit its type, or fails
     */
    public RuleTrial of(Rule rule, UUID item) {
        return reading.one(item, (held, types) -> of(rule, held, types)).orElseThrow(() -> ItemProblems.missing(item));
    }

    private RuleTrial of(Rule rule, HeldItem held, TypeView types) {
        SortedSet<String> languages = new TreeSet<>();
        languages.add("");
        held.own().keys().forEach(place -> languages.add(place.language()));
        RuleFacts facts = new RuleFacts(
                held.type().name(),
                held.row().name(),
                held.own(),
                held.own(),
                List.of(),
                SaveOperation.UPDATE.name(),
                SaveOrigin.API.name(),
                work.path().store(),
                "",
                held.row().savedBy());
        return RuleTrial.of(rule, held.row().id(), facts, languages, new KnownTypes(types), conditions.get());
    }
}
