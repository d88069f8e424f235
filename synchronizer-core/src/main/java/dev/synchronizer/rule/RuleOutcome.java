package dev.synchronizer.rule;

import dev.synchronizer.value.Values;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of the rules of one save. Nothing of it has been carried out.
 *
 * @param values what the item is to hold
 * @param effects what came of the rules, in the order in which it did; nothing comes after a veto
 */
public record RuleOutcome(Values values, List<RuleEffect> effects) {
    public RuleOutcome {
        effects = List.copyOf(effects);
    }

    /** Where no rule applies. */
    static RuleOutcome nothing(Values values) {
        return new RuleOutcome(values, List.of());
    }

    public Optional<RuleEffect.Vetoed> veto() {
        return of(RuleEffect.Vetoed.class).findFirst();
    }

    /** What they set, in the order in which they did. */
    public List<RuleEffect.Changed> changes() {
        return of(RuleEffect.Changed.class).toList();
    }

    public List<RuleEffect.Reported> findings() {
        return of(RuleEffect.Reported.class).toList();
    }

    public List<RuleEffect.Logged> logged() {
        return of(RuleEffect.Logged.class).toList();
    }

    /** The actions of the application that are to run. */
    public List<RuleEffect.Asked> asked() {
        return of(RuleEffect.Asked.class).toList();
    }

    private <E extends RuleEffect> Stream<E> of(Class<E> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast);
    }
}
