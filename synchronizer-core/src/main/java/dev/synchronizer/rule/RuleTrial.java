package dev.synchronizer.rule;

import dev.synchronizer.problem.ProblemsException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What a rule would make of an item as it is stored. Nothing of it has been carried out.
 *
 * @param rule the rule
 * @param item the item's id
 * @param type the name of the item's type
 * @param name the item's name
 * @param looks one for each language that the item has values in; none where the rule is not for such items
 */
public record RuleTrial(Rule rule, UUID item, String type, String name, List<Look> looks) {
    public RuleTrial {
        looks = List.copyOf(looks);
    }

    /**
     * What comes of it in one language.
     *
     * @param language the language; empty for what is of none in particular
     * @param holds whether the condition holds
     * @param effects what the rule would do
     */
    public record Look(String language, boolean holds, List<RuleEffect> effects) {
        public Look {
            effects = List.copyOf(effects);
        }
    }

    /** Whether it is for the items of this type in this store; be it disabled. */
    public boolean isConcerned() {
        return !looks.isEmpty();
    }

    /**
     * Tries a rule.
     *
     * @param languages what it looks at, each seeing what it set in those before
     * @throws ProblemsException if the rule does not fit the type, takes too much, or fails
     */
    public static RuleTrial of(
            Rule rule,
            UUID item,
            RuleFacts facts,
            Collection<String> languages,
            RuleTypes types,
            Conditions conditions) {
        List<Look> looks = new ArrayList<>();
        if (rule.store().equals(facts.store()) && rule.isFor(facts.type())) {
            FittedRule fitted = types.type(facts.type())
                    .map(type -> FittedRule.of(rule, type, types, conditions))
                    .orElseThrow(() -> RuleProblems.notInUse(rule, facts.type()));
            RuleFacts next = facts;
            for (String language : languages) {
                RuleRun run = new RuleRun(next.in(language));
                looks.add(new Look(language, fitted.run(run), run.outcome().effects()));
                next = run.facts();
            }
        }
        return new RuleTrial(rule, item, facts.type(), facts.name(), looks);
    }
}
