package dev.synchronizer.rule;

import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of one save while they run: each is told what those before it have changed. Of one thread. */
final class RuleRun {
    private final List<RuleEffect> effects = new ArrayList<>();
    private RuleFacts facts;
    private boolean vetoed;

    RuleRun(RuleFacts facts) {
        this.facts = facts;
    }

    RuleFacts facts() {
        return facts;
    }

    @Nullable
    Object value(ValueKey place) {
        return facts.values().get(place).orElse(null);
    }

    void put(String rule, ValueKey place, @Nullable Object value) {
        Values after = facts.values().with(place, value);
        if (!after.isSameAt(place, facts.values())) {
            effects.add(new RuleEffect.Changed(rule, place, value(place), value));
            facts = facts.with(place, value);
        }
    }

    void add(RuleEffect effect) {
        effects.add(effect);
        vetoed |= effect instanceof RuleEffect.Vetoed;
    }

    boolean isVetoed() {
        return vetoed;
    }

    RuleOutcome outcome() {
        return new RuleOutcome(facts.values(), effects);
    }
}
