package dev.synchronizer.content;

import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.rule.RuleEffect;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.util.LinkedHashMap;
import java.util.Map;

/** What rules set in one item, and which of them was the last to do so at each place. Not thread-safe. */
final class SetByRules {
    private final Map<ValueKey, RuleEffect.Changed> places = new LinkedHashMap<>();

    void add(RuleEffect.Changed change) {
        places.put(change.place(), change);
    }

    /**
     * What an item holds once all of it is set. Where something else was saved since rules looked at it, that stands.
     *
     * @param now what it holds by now
     * @param looked what it held when rules looked at it
     */
    Values in(Values now, Values looked) {
        Values set = now;
        for (RuleEffect.Changed change : places.values()) {
            if (now.isSameAt(change.place(), looked)) {
                set = set.with(change.place(), change.after());
            }
        }
        return set;
    }

    /** What is wrong with an item, naming the rule where it set what is wrong. */
    ProblemsException named(ProblemsException failure) {
        return failure instanceof InvalidItemException invalid
                ? new InvalidItemException(
                        invalid.violations().stream().map(this::named).toList())
                : failure;
    }

    private Violation named(Violation violation) {
        ValueKey place = new ValueKey(outermost(violation.property()), violation.language());
        RuleEffect.Changed change = places.get(place);
        if (change == null) {
            return violation;
        }
        return new Violation(
                violation.code(),
                violation.type(),
                violation.property(),
                violation.language(),
                violation.value(),
                violation.rule(),
                violation.message()
                        + (change.after() == null ? ", taken away by the rule " : ", set by the rule ")
                        + change.rule(),
                "correct the rule " + change.rule() + ", or disable it");
    }

    /** The property at which a path such as {@code teasers[2].title} begins. */
    private static String outermost(String path) {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        return path.substring(0, end);
    }
}
