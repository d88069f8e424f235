package dev.synchronizer.rule;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.ProblemsException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What is to be done with items that are saved, where a condition holds.
 *
 * <p>Rules run with each save, so their actions can be repeated: a value that is set already is not changed again, and
 * what a list holds is not appended again.
 *
 * @param name its name, which no other rule of the store has
 * @param store the name of the synchronizer's store that it is for
 * @param types the names of the types that it is for, sorted; empty for every type that can have items
 * @param order rules of a lower one run first, and those of the same one by name
 * @param enabled whether it runs
 * @param condition an expression in CEL; empty where the rule always applies
 * @param actions what it does, in this order
 */
public record Rule(
        String name,
        String store,
        List<String> types,
        int order,
        boolean enabled,
        String condition,
        List<RuleAction> actions)
        implements KnownRule {
    /**
     * Checks its form, not whether it fits any type.
     *
     * @throws ProblemsException if something of it cannot be stored, or it does nothing
     */
    public Rule {
        RuleForm.requireWord("rule", "name", name);
        String subject = RuleProblems.subject(name);
        RuleForm.requireName(subject, "store", store);
        types = sorted(types);
        types.forEach(type -> RuleForm.requireName(subject, "type", type));
        condition = condition.strip();
        actions = List.copyOf(actions);
        if (actions.isEmpty()) {
            throw RuleProblems.malformed(subject, "it has no action", "name at least one, such as set teaser=New");
        }
    }

    private static List<String> sorted(Collection<String> types) {
        return List.copyOf(new TreeSet<>(types));
    }

    /** Whether it applies to whatever item. */
    public boolean isUnconditional() {
        return condition.isEmpty();
    }

    @Override
    public Rule withEnabled(boolean other) {
        return new Rule(name, store, types, order, other, condition, actions);
    }

    @Override
    public Rule readable() {
        return this;
    }

    @Override
    public String definition() {
        return RuleJson.write(this);
    }

    @Override
    public void writeTo(JsonOut out) {
        RuleJson.write(this, out);
    }
}
