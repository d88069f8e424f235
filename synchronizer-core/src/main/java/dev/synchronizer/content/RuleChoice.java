package dev.synchronizer.content;

import dev.synchronizer.lookup.UnknownNames;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.rule.RuleSet;
import dev.synchronizer.store.ItemFilter;
import dev.synchronizer.value.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The rules that are to be applied, and the items that they are to look at, as of one moment.
 *
 * @param rules those rules
 * @param all the names of all rules that run
 * @param fingerprints by the names of those rules, what tells whether they are still the same
 * @param items the items; empty where there is none that a rule is for
 */
record RuleChoice(RuleSet rules, Set<String> all, SortedMap<String, String> fingerprints, Optional<ItemFilter> items) {
    /**
     * Finds them.
     *
     * @param names of rules; none means all
     * @param typeNames of types; none means all
     * @throws ProblemsException with all names that are none of a rule that runs, or of a type
     */
    static RuleChoice of(Collection<String> names, Collection<String> typeNames, TypeView types) {
        RuleSet all = types.rules();
        List<Problem> problems = new ArrayList<>();
        for (String name : names) {
            if (!all.names().contains(name)) {
                problems.add(notRunning(name, all.names()));
            }
        }
        for (String name : typeNames) {
            if (types.type(name).isEmpty()) {
                problems.add(UnknownNames.typeAmong(name, types.names()));
            }
        }
        Problems.of(problems).throwIfErrors();
        RuleSet chosen = names.isEmpty() ? all : all.only(names);
        return new RuleChoice(
                chosen, Set.copyOf(all.names()), chosen.fingerprints(typeNames), filter(chosen, typeNames, types));
    }

    private static Problem notRunning(String name, List<String> names) {
        String near = UnknownNames.nearest(name, names);
        return new Problem(
                ProblemCode.UNKNOWN_RULE,
                "rule " + name,
                "no rule of this name is enabled in this store",
                near.isEmpty() ? ProblemCode.UNKNOWN_RULE.fix() : "write " + near);
    }

    /** Types that no rule is for are not read at all. */
    private static Optional<ItemFilter> filter(RuleSet rules, Collection<String> typeNames, TypeView types) {
        Set<String> wanted = new HashSet<>(typeNames);
        boolean everything = typeNames.isEmpty();
        if (rules.typeNames().isPresent()) {
            Set<String> served = rules.typeNames().get();
            if (everything) {
                wanted.addAll(served);
            } else {
                wanted.retainAll(served);
            }
            everything = false;
        }
        Set<Long> ids = new HashSet<>();
        wanted.forEach(name ->
                types.type(name).filter(type -> type.effective() != null).ifPresent(type -> ids.add(type.id())));
        if (rules.isEmpty() || !everything && ids.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new ItemFilter(ids, ItemFilter.Place.anywhere(), ItemFilter.Bin.OUTSIDE, Set.of(), List.of()));
    }

    /** Whether a rule is for items of a type, which is in use. */
    boolean serves(ItemType type) {
        return type.effective() != null && !rules.forType(type.name()).isEmpty();
    }

    /** In which languages rules look at an item: as if all that it holds had been set. */
    static List<String> languages(Values values) {
        List<String> languages = values.keys().stream()
                .map(key -> key.language())
                .distinct()
                .sorted()
                .toList();
        return languages.isEmpty() ? List.of("") : languages;
    }
}
