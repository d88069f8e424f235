package dev.synchronizer;

import dev.synchronizer.content.RuleSource;
import dev.synchronizer.rule.Conditions;
import dev.synchronizer.rule.KnownRule;
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
        List<KnownRule> running = stored.stream()
                .filter(row -> row.enabled() && row.store().equals(store))
                .map(row -> KeptRule.of(row).known())
                .toList();
        return running.isEmpty() ? RuleSet.none() : RuleSet.of(store, running, types, conditions());
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
