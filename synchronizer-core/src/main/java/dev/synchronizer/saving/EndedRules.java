package dev.synchronizer.saving;

import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes away what rules have found that are disabled or removed by now, once a unit is committed: one that has ended such
 * rules goes through all items, and one in which they have found something through these. So nobody has to wait for the
 * other: where both are under way at once, whoever is committed later sees what the other one has done.
 */
final class EndedRules {
    /** So many items are locked at a time, that nobody waits for one of them for the sake of all others. */
    private static final int ITEMS = 500;

    private final Unit unit;
    private final Leaving leaving;
    private final Set<String> ended = new TreeSet<>();
    private final Map<String, NavigableSet<UUID>> found = new TreeMap<>();

    private EndedRules(Unit unit, Leaving leaving) {
        this.unit = unit;
        this.leaving = leaving;
    }

    static EndedRules of(Unit unit, Leaving leaving) {
        return unit.known(EndedRules.class, () -> new EndedRules(unit, leaving));
    }

    /** This unit ends a rule. */
    void ended(String rule) {
        ended.add(rule);
    }

    /** A rule has found something in this unit, and somebody else may end it meanwhile. */
    void found(String rule, UUID item) {
        found.computeIfAbsent(rule, any -> new TreeSet<>()).add(item);
    }

    /** What is committed stands, whatever comes of this. */
    static void takeAwayFindings(Unit unit) {
        EndedRules known = unit.find(EndedRules.class);
        if (known != null) {
            known.takeAwayFindings();
        }
    }

    private void takeAwayFindings() {
        Set<String> rules = new TreeSet<>(ended);
        rules.addAll(found.keySet());
        try {
            unit.apart(content -> without(enabled(content), rules)).forEach(this::takeAway);
        } catch (RuntimeException e) {
            leaving.leftBehind(rules, e);
        }
    }

    /** Nobody is waited for before all is done that can be done without. */
    private void takeAway(String rule) {
        List<UUID> held = new ArrayList<>();
        @Nullable UUID last = null;
        do {
            UUID after = last;
            Page page = unit.apart(content -> page(content, rule, after));
            held.addAll(page.held());
            last = page.last();
        } while (last != null);
        held.forEach(item -> unit.apart(content -> takeAway(content, rule, List.of(item), true)));
    }

    private Page page(ContentTransaction content, String rule, @Nullable UUID after) {
        List<UUID> items = items(content, rule, after);
        return items.isEmpty()
                ? new Page(List.of(), null)
                : new Page(takeAway(content, rule, items, false), items.get(items.size() - 1));
    }

    private List<UUID> items(ContentTransaction content, String rule, @Nullable UUID after) {
        if (ended.contains(rule)) {
            return content.foundBy(rule, after, ITEMS);
        }
        NavigableSet<UUID> all = found.getOrDefault(rule, new TreeSet<>());
        return (after == null ? all : all.tailSet(after, false))
                .stream().limit(ITEMS).toList();
    }

    /**
     * Takes away what a rule has found. Whoever has switched it on again before the items are locked may have had it find
     * something anew.
     *
     * @param waiting whether to wait for those on which somebody else is at work, instead of passing over them
     * @return those that were passed over
     */
    private static Set<UUID> takeAway(ContentTransaction content, String rule, List<UUID> items, boolean waiting) {
        List<UUID> locked = content.lockForFindings(items, waiting);
        if (!enabled(content).contains(rule)) {
            content.deleteFindings(rule, locked);
        }
        return without(locked, items);
    }

    private static List<String> enabled(ContentTransaction content) {
        return content.definitions().rules().stream()
                .filter(StoredRule::enabled)
                .map(StoredRule::name)
                .toList();
    }

    private static <T> Set<T> without(List<T> some, Iterable<T> all) {
        Set<T> left = new TreeSet<>();
        all.forEach(left::add);
        some.forEach(left::remove);
        return left;
    }

    /**
     * Some items, and how far they are.
     *
     * @param held those that somebody else has locked
     * @param last the last one; null where there was none
     */
    private record Page(Collection<UUID> held, @Nullable UUID last) {}
}
