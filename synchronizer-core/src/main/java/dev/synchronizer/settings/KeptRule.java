package dev.synchronizer.settings;

import dev.synchronizer.rule.Rule;
import dev.synchronizer.rule.RuleJson;
import dev.synchronizer.store.StoredRule;
import java.time.Instant;
import java.util.Locale;

/**
 * A rule as it is kept.
 *
 * @param rule the rule
 * @param savedAt when it was last saved
 * @param savedBy who last saved it
 */
public record KeptRule(Rule rule, Instant savedAt, String savedBy) {
    static KeptRule of(StoredRule row) {
        return new KeptRule(RuleJson.read(row.definition()), row.savedAt(), row.savedBy());
    }

    boolean isNamed(String name) {
        return rule.name().equals(name);
    }

    /** Whether no other rule can have this name. */
    boolean takes(String name) {
        return rule.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
    }

    StoredRule row() {
        return new StoredRule(
                rule.name(), rule.store(), rule.order(), rule.enabled(), RuleJson.write(rule), savedAt, savedBy);
    }
}
