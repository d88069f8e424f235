package dev.synchronizer.saving;

import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredRule;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes away what rules have found that are disabled or removed by now, once a unit is committed: one that has ended such
 * rules, and one in which rules have found something. So nobody has to wait for the other: where both are under way at once,
 * whoever is committed later sees what the other one has done.
 */
final class EndedRules {
    /** So many items are locked at a time, that nobody waits for one of them for the sake of all others. */
    private static final int ITEMS = 500;

    private final Unit unit;
    private final Leaving leaving;
    private final Set<String> rules = new TreeSet<>();

    private EndedRules(Unit unit, Leaving leaving) {
        this.unit = unit;
        this.leaving = leaving;
    }

    /** Rules of these names are looked after once a unit is committed. */
    static void lookAfter(Unit unit, Collection<String> names, Leaving leaving) {
        EndedRules ended = unit.known(EndedRules.class, () -> new EndedRules(unit, leaving));
        ended.rules.addAll(names);
        unit.refreshing(EndedRules.class, ended::takeAwayFindings);
    }

    /** What is committed stands, whatever comes of this. */
    private void takeAwayFindings() {
        try {
            boolean more;
            do {
                more = unit.apart(this::deleteSome);
            } while (more);
        } catch (RuntimeException e) {
            leaving.leftBehind(rules, e);
        }
    }

    /** Of one rule at a time, so that items are locked in their order. */
    private boolean deleteSome(ContentTransaction content) {
        Set<String> ended = new TreeSet<>(rules);
        content.definitions().rules().stream()
                .filter(StoredRule::enabled)
                .map(StoredRule::name)
                .forEach(ended::remove);
        return ended.stream().anyMatch(rule -> content.deleteFindings(rule, ITEMS) > 0);
    }
}
