package dev.synchronizer.content;

import dev.synchronizer.rule.RuleSet;
import dev.synchronizer.rule.RuleTypes;
import dev.synchronizer.store.StoredRule;
import java.util.List;

/** Makes of stored rules those that run in this store. */
@FunctionalInterface
public interface RuleSource {
    /** The rules of this store that are enabled. */
    RuleSet set(List<StoredRule> stored, RuleTypes types);
}
