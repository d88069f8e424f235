package dev.synchronizer;

import dev.synchronizer.catalog.PlannedTypes;
import dev.synchronizer.content.RuleSource;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.rule.Conditions;
import dev.synchronizer.rule.KnownRule;
import dev.synchronizer.rule.RuleForecast;
import dev.synchronizer.rule.RuleLimits;
import dev.synchronizer.rule.RuleSet;
import dev.synchronizer.rule.RuleTypes;
import dev.synchronizer.settings.KeptRule;
import dev.synchronizer.store.StoredRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rules of what is stored; the language of their conditions is looked for when there is a rule. */
final class NodeRules implements RuleSource {
    private final String store;
    private final RuleLimits limits;
    private volatile @Nullable Conditions conditions;

    NodeRules(String store, RuleLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    @Override
    public RuleSet set(List<StoredRule> stored, RuleTypes types) {
        List<KnownRule> running = running(stored);
        return running.isEmpty() ? RuleSet.none() : RuleSet.of(store, running, types, conditions());
    }

    /** Those of other stores are not even read. */
    private List<KnownRule> running(List<StoredRule> stored) {
        return stored.stream()
                .filter(row -> row.enabled() && row.store().equals(store))
                .map(row -> KeptRule.of(row).known())
                .toList();
    }

    /**
     * A plan with what it means for rules; where it changes no types, or there are no rules, nothing is looked at.
     *
     * @param model what the plan was made of
     */
    SyncPlan foretold(SyncPlan plan, StoredModel model, List<StoredRule> stored) {
        if (stored.isEmpty() || !plan.isPending()) {
            return plan;
        }
        Problems problems = RuleForecast.of(running(stored), plan, PlannedTypes.of(plan, model), conditions());
        return problems.isEmpty() ? plan : plan.withProblems(problems);
    }

    Conditions conditions() {
        Conditions known = conditions;
        if (known == null) {
            known = Conditions.onClassPath(limits);
            conditions = known;
        }
        return known;
    }
}
