package dev.synchronizer.saving;

import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredRule;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        unit.known(EndedRules.class, () -> new EndedRules(unit, leaving)).rules.addAll(names);
    }

    /** What is committed stands, whatever comes of this. */
    static void takeAwayFindings(Unit unit) {
        EndedRules ended = unit.find(EndedRules.class);
        if (ended != null) {
            ended.takeAwayFindings();
        }
    }

    private void takeAwayFindings() {
        try {
            for (String rule : unit.apart(this::ended)) {
                // Nobody is waited for before all is done that can be done without.
                if (!takeAway(rule, ITEMS, false)) {
                    takeAway(rule, 1, true);
                }
            }
        } catch (RuntimeException e) {
            leaving.leftBehind(rules, e);
        }
    }

    private Set<String> ended(ContentTransaction content) {
        Set<String> ended = new TreeSet<>(rules);
        content.definitions().rules().stream()
                .filter(StoredRule::enabled)
                .map(StoredRule::name)
                .forEach(ended::remove);
        return ended;
    }

    /**
     * Goes through what a rule has found.
     *
     * @param items how many are locked at a time
     * @param waiting whether to wait for those on which somebody else is at work, instead of passing over them
     * @return whether no item was passed over
     */
    private boolean takeAway(String rule, int items, boolean waiting) {
        boolean whole = true;
        @Nullable UUID last = null;
        while (true) {
            UUID after = last;
            Taken taken = unit.apart(content -> takeAway(content, rule, content.foundBy(rule, after, items), waiting));
            whole &= taken.whole();
            last = taken.last();
            if (last == null) {
                return whole;
            }
        }
    }

    /** Whoever has switched the rule on again before an item is locked may have had it find something anew. */
    private Taken takeAway(ContentTransaction content, String rule, List<UUID> found, boolean waiting) {
        if (found.isEmpty()) {
            return new Taken(null, true);
        }
        List<UUID> locked = content.lockForFindings(found, waiting);
        if (!ended(content).contains(rule)) {
            return new Taken(null, true);
        }
        content.deleteFindings(rule, locked);
        return new Taken(found.get(found.size() - 1), locked.size() == found.size());
    }

    /** @param last the item behind which to go on; null if there is nothing more to do */
    private record Taken(@Nullable UUID last, boolean whole) {}
}
