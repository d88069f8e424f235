package dev.synchronizer.settings;

import dev.synchronizer.lookup.UnknownNames;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.util.List;
import java.util.Optional;

/** Finds rules by name. */
final class RuleNames {
    private RuleNames() {}

    /** @throws ProblemsException if there is no rule of this name */
    static KeptRule require(String name, List<KeptRule> kept) {
        return kept.stream()
                .filter(each -> each.isNamed(name))
                .findFirst()
                .orElseThrow(() -> new ProblemsException(unknown(name, kept), null));
    }

    private static Problem unknown(String name, List<KeptRule> kept) {
        List<String> names = kept.stream().map(KeptRule::name).toList();
        String near = UnknownNames.nearest(name, names);
        ProblemCode code = ProblemCode.UNKNOWN_RULE;
        return new Problem(
                code,
                subject(name),
                "there is no rule " + ColumnText.quoted(name),
                near.isEmpty() ? code.fix() : "write " + near);
    }

    /**
     * The rule that one of this name replaces.
     *
     * @throws ProblemsException if it is to replace none and there is one, or that one's name differs in letter case
     */
    static Optional<KeptRule> replaced(String name, List<KeptRule> kept, boolean replacing) {
        Optional<KeptRule> other =
                kept.stream().filter(each -> each.takes(name)).findFirst();
        if (other.isPresent() && !(replacing && other.get().isNamed(name))) {
            throw taken(name, other.get());
        }
        return other;
    }

    private static ProblemsException taken(String name, KeptRule other) {
        String existing = other.name();
        ProblemCode code = ProblemCode.RULE_NAME_TAKEN;
        Problem problem = other.isNamed(name)
                ? Problem.of(code, subject(name), "there is a rule " + ColumnText.quoted(existing) + " already")
                : new Problem(
                        code,
                        subject(name),
                        "there is a rule " + ColumnText.quoted(existing) + ", which differs in letter case alone",
                        "write " + existing + ", or give it another name");
        return new ProblemsException(problem, null);
    }

    /** Somebody else is called so whose findings could not be told from those of the rule. */
    static Problem takenElsewhere(String name) {
        return new Problem(
                ProblemCode.RULE_NAME_TAKEN,
                subject(name),
                "a validator, a handler or a processor is called " + ColumnText.quoted(name)
                        + ", which finds things under this name",
                "give it another name");
    }

    private static String subject(String name) {
        return "rule " + name;
    }
}
