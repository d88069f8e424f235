package dev.synchronizer.rule;

import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of a store that run, in their order, with the types of one moment. What they need of a type is compiled when
 * a rule first runs for it, and kept. Safe for use by many threads.
 *
 * <p>A rule that cannot be read, or does not fit a type any more, fails each save of its items, until somebody corrects or disables it: what
 * it is to see to would be left undone otherwise, and nobody would notice.
 */
public final class RuleSet {
    private static final RuleSet NONE = new RuleSet(List.of(), NoTypes.INSTANCE, Conditions.none());

    private final List<KnownRule> rules;
    private final RuleTypes types;
    private final Conditions conditions;
    private final Map<String, List<FittedRule>> fitted = new ConcurrentHashMap<>();

    private RuleSet(List<KnownRule> rules, RuleTypes types, Conditions conditions) {
        this.rules = rules;
        this.types = types;
        this.conditions = conditions;
    }

    /** Of the rules, those of the store that are enabled. */
    public static RuleSet of(
            String store, Collection<? extends KnownRule> rules, RuleTypes types, Conditions conditions) {
        List<KnownRule> running = rules.stream()
                .filter(rule -> rule.enabled() && rule.store().equals(store))
                .sorted(KnownRule.ORDER)
                .<KnownRule>map(rule -> rule)
                .toList();
        return new RuleSet(running, types, conditions);
    }

    /** No rules at all. */
    public static RuleSet none() {
        return NONE;
    }

    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** The names of the rules, in their order. */
    public List<String> names() {
        return rules.stream().map(KnownRule::name).toList();
    }

    /** Of these rules, those that have one of these names. */
    public RuleSet only(Collection<String> names) {
        return new RuleSet(
                rules.stream().filter(rule -> names.contains(rule.name())).toList(), types, conditions);
    }

    /**
     * By the names of the rules for items of some of these types, what tells whether they are still the same.
     *
     * @param typeNames names of types; none means all
     */
    public SortedMap<String, String> fingerprints(Collection<String> typeNames) {
        return RuleFingerprints.of(rules.stream()
                .filter(rule -> typeNames.isEmpty() || typeNames.stream().anyMatch(rule::isFor))
                .toList());
    }

    /** The names of the types that these rules are for, sorted; none where one of them is for all. */
    public Optional<SortedSet<String>> typeNames() {
        if (rules.stream().anyMatch(rule -> rule.types().isEmpty())) {
            return Optional.empty();
        }
        SortedSet<String> names = new TreeSet<>();
        rules.forEach(rule -> names.addAll(rule.types()));
        return Optional.of(names);
    }

    /** The rules for items of a type, in their order. */
    public List<KnownRule> forType(String type) {
        return rules.stream().filter(rule -> rule.isFor(type)).toList();
    }

    /**
     * What the rules make of a save, each told what those before it have changed. Nothing is carried out.
     *
     * @throws ProblemsException if a rule does not fit the type, takes too much, or fails; the item is not to be saved
     */
    public RuleOutcome apply(RuleFacts facts) {
        if (rules.isEmpty()) {
            return RuleOutcome.nothing(facts.values());
        }
        RuleRun run = new RuleRun(facts);
        for (FittedRule rule : fitted(facts.type())) {
            rule.run(run);
            if (run.isVetoed()) {
                break;
            }
        }
        return run.outcome();
    }

    private List<FittedRule> fitted(String name) {
        List<FittedRule> known = fitted.get(name);
        if (known == null) {
            known = fit(name);
            fitted.put(name, known);
        }
        return known;
    }

    private List<FittedRule> fit(String name) {
        List<KnownRule> wanted = forType(name);
        if (wanted.isEmpty()) {
            return List.of();
        }
        EffectiveType type =
                types.type(name).orElseThrow(() -> stale(wanted.get(0), RuleProblems.notInUse(wanted.get(0), name)));
        return wanted.stream().map(rule -> fit(rule, type)).toList();
    }

    private FittedRule fit(KnownRule rule, EffectiveType type) {
        if (rule instanceof UnreadableRule unreadable) {
            throw unreadable.refusal();
        }
        try {
            return FittedRule.of(rule.readable(), type, types, conditions);
        } catch (ProblemsException e) {
            throw stale(rule, e);
        }
    }

    /** Who saves an item has done nothing wrong, and can mostly not correct rules. */
    private static ProblemsException stale(KnownRule rule, ProblemsException unfit) {
        return new ProblemsException(
                Problems.of(unfit.problems().stream()
                        .map(problem -> stale(rule, problem))
                        .toList()),
                unfit);
    }

    /** Where no rule can be held against types at all, that is said as it is. */
    private static Problem stale(KnownRule rule, Problem problem) {
        boolean unfit = problem.code() == ProblemCode.UNFIT_RULE || problem.code() == ProblemCode.WRONG_CONDITION;
        return new Problem(
                unfit ? ProblemCode.STALE_RULE : problem.code(),
                problem.subject(),
                problem.message(),
                problem.fix() + "; rules disable " + rule.name() + " has items saved without it");
    }
}
