package dev.synchronizer.rule;

import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.value.UnfitValueException;
import java.util.ArrayList;
import java.util.List;

/** A rule that was held against a type, with what was compiled for it. Safe for use by many threads. */
final class FittedRule {
    private final Rule rule;
    private final Condition condition;
    private final List<FittedAction> actions;

    private FittedRule(Rule rule, Condition condition, List<FittedAction> actions) {
        this.rule = rule;
        this.condition = condition;
        this.actions = List.copyOf(actions);
    }

    /** @throws ProblemsException with all that does not fit */
    static FittedRule of(Rule rule, EffectiveType type, RuleTypes types, Conditions conditions) {
        List<Problem> problems = new ArrayList<>();
        List<FittedAction> actions = new ArrayList<>();
        ActionFitting fitting = new ActionFitting(rule.name(), type, new EffectiveParts(types));
        for (RuleAction action : rule.actions()) {
            try {
                actions.add(fitting.fit(action));
            } catch (UnfitActionException e) {
                problems.add(RuleProblems.of(
                        ProblemCode.UNFIT_RULE,
                        RuleProblems.subject(rule.name()),
                        "for " + type.name() + ", " + action.verb() + ": " + e.getMessage(),
                        e.fix()));
            }
        }
        Condition condition = facts -> false;
        try {
            condition = conditions.compile(rule, type, types);
        } catch (ProblemsException e) {
            problems.addAll(e.problems().asList());
        }
        Problems.of(problems).throwIfErrors();
        return new FittedRule(rule, condition, actions);
    }

    Rule rule() {
        return rule;
    }

    /**
     * Runs it, and says whether its condition holds.
     *
     * @throws ProblemsException if it fails
     */
    boolean run(RuleRun run) {
        if (!holds(run.facts())) {
            return false;
        }
        act(run);
        return true;
    }

    private void act(RuleRun run) {
        for (FittedAction action : actions) {
            if (run.isVetoed()) {
                return;
            }
            try {
                action.run(run);
            } catch (UnfitValueException e) {
                throw RuleProblems.failed(rule, run.facts(), "the value that it makes " + e.getMessage(), e);
            }
        }
    }

    private boolean holds(RuleFacts facts) {
        try {
            return condition.holds(facts);
        } catch (ConditionException e) {
            String subject = RuleProblems.subject(rule.name());
            throw new ProblemsException(
                    Problems.of(e.flaws().stream()
                            .map(flaw ->
                                    RuleProblems.of(e.kind().code(), subject, facts.item() + ": " + flaw, flaw.fix()))
                            .toList()),
                    e);
        }
    }
}
