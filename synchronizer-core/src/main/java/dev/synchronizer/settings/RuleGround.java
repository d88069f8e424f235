package dev.synchronizer.settings;

import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.rule.Conditions;
import dev.synchronizer.rule.Rule;
import dev.synchronizer.rule.RuleCheck;
import dev.synchronizer.rule.RuleTrial;
import dev.synchronizer.rule.RuleTypes;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What the rules of one synchronizer are held against and tried on. Safe for use by many threads. */
public final class RuleGround {
    private final Supplier<Catalog> catalog;
    private final Supplier<Conditions> conditions;
    private final Supplier<Set<String>> tasks;
    private final Predicate<String> taken;
    private final BiFunction<Rule, UUID, RuleTrial> trials;
    private volatile Moment latest = new Moment(-1, RuleTypes.of(List.of()));

    /**
     * Of a synchronizer.
     *
     * @param tasks the names of what rules can ask the application for
     * @param taken whether somebody else finds things under a name
     * @param trials tries a rule on the item of an id
     */
    public RuleGround(
            Supplier<Catalog> catalog,
            Supplier<Conditions> conditions,
            Supplier<Set<String>> tasks,
            Predicate<String> taken,
            BiFunction<Rule, UUID, RuleTrial> trials) {
        this.catalog = catalog;
        this.conditions = conditions;
        this.tasks = tasks;
        this.taken = taken;
        this.trials = trials;
    }

    /** All types in use, as of a change number. */
    record Moment(long number, RuleTypes types) {}

    /** The types as they were when they were last asked for. */
    Moment latest() {
        return latest;
    }

    /** Asks for the types as they are by now; not within a transaction, which would be kept waiting for a second connection. */
    Moment now() {
        Catalog known = catalog.get();
        known.refresh();
        while (true) {
            long number = known.changeNumber();
            List<EffectiveType> types = known.types();
            if (known.changeNumber() == number) {
                Moment now = new Moment(number, RuleTypes.of(types));
                latest = now;
                return now;
            }
        }
    }

    Problems check(Rule rule, RuleTypes types) {
        Problems found = new RuleCheck(types, conditions.get(), tasks.get()).check(rule);
        return taken.test(rule.name()) ? found.and(Problems.of(RuleNames.takenElsewhere(rule.name()))) : found;
    }

    RuleTrial trial(Rule rule, UUID item) {
        return trials.apply(rule, item);
    }
}
