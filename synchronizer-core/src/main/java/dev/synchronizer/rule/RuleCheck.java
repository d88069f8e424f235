package dev.synchronizer.rule;

import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.lookup.UnknownNames;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Holds a rule against the types that it is for, before it is stored.
 *
 * <p>Its condition and its actions have to fit each of these types. A rule that names none is for every type that can have
 * items, so it may speak only of what all of them have; such a rule mostly does with the variables other than
 * {@code item} and {@code old}, or names its types after all.
 */
public final class RuleCheck {
    private final RuleTypes types;
    private final Conditions conditions;
    private final Set<String> namedActions;

    /**
     * Against these types.
     *
     * @param namedActions the names of the actions that the application supplies
     */
    public RuleCheck(RuleTypes types, Conditions conditions, Set<String> namedActions) {
        this.types = types;
        this.conditions = conditions;
        this.namedActions = Set.copyOf(namedActions);
    }

    /** All that is wrong with a rule; nothing if it can be stored. */
    public Problems check(Rule rule) {
        List<Problem> problems = new ArrayList<>();
        for (EffectiveType type : typesOf(rule, problems)) {
            try {
                FittedRule.of(rule, type, types, conditions);
            } catch (ProblemsException e) {
                problems.addAll(e.problems().asList());
            }
        }
        for (RuleAction action : rule.actions()) {
            if (action instanceof RuleAction.Named named && !namedActions.contains(named.name())) {
                problems.add(unsupplied(rule, named.name()));
            }
        }
        return Problems.of(problems);
    }

    private Problem unsupplied(Rule rule, String action) {
        String near = UnknownNames.nearest(action, namedActions);
        return RuleProblems.of(
                ProblemCode.UNFIT_RULE,
                RuleProblems.subject(rule.name()),
                "the application supplies no action " + ColumnText.quoted(action),
                near.isEmpty()
                        ? "register a RuleTask of this name; the command line finds those of --handlers"
                        : "write " + near);
    }

    private List<EffectiveType> typesOf(Rule rule, List<Problem> problems) {
        if (rule.types().isEmpty()) {
            return types.all().stream().filter(RuleTypes::canHaveItems).toList();
        }
        List<EffectiveType> found = new ArrayList<>();
        for (String name : rule.types()) {
            types.type(name)
                    .ifPresentOrElse(
                            found::add,
                            () -> problems.add(unknown(
                                    rule,
                                    "no type " + ColumnText.quoted(name) + " is in use",
                                    UnknownNames.nearest(
                                            name,
                                            types.all().stream()
                                                    .map(EffectiveType::name)
                                                    .toList()))));
        }
        found.stream()
                .filter(type -> !RuleTypes.canHaveItems(type))
                .map(type -> unknown(rule, type.name() + " has no items of its own", ""))
                .forEach(problems::add);
        return found;
    }

    private static Problem unknown(Rule rule, String message, String nearest) {
        return RuleProblems.of(
                ProblemCode.UNFIT_RULE,
                RuleProblems.subject(rule.name()),
                message,
                nearest.isEmpty() ? "" : "write " + nearest);
    }
}
