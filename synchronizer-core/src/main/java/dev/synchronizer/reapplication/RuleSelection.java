package dev.synchronizer.reapplication;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Which rules are to be applied, and to the items of which types; each part narrows the choice.
 *
 * @param rules names of rules, sorted; none means all that are enabled
 * @param types names of types, sorted; none means all
 */
public record RuleSelection(List<String> rules, List<String> types) {
    private static final RuleSelection ALL = new RuleSelection(List.of(), List.of());

    public RuleSelection {
        rules = sorted(rules);
        types = sorted(types);
    }

    private static List<String> sorted(Collection<String> names) {
        return List.copyOf(new TreeSet<>(names));
    }

    /** All rules, and all items. */
    public static RuleSelection all() {
        return ALL;
    }

    /** These rules alone. */
    public RuleSelection withRules(String... names) {
        return new RuleSelection(List.of(names), types);
    }

    /** Items of these types alone. */
    public RuleSelection withTypes(String... names) {
        return new RuleSelection(rules, List.of(names));
    }
}
