package dev.synchronizer.rule;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import org.jspecify.annotations.Nullable;

/** How problems speak of rules. */
final class RuleProblems {
    private RuleProblems() {}

    /** What a problem with a rule of this name is about. */
    static String subject(String name) {
        return "rule " + name;
    }

    static Problem of(ProblemCode code, String subject, String message, String fix) {
        return new Problem(code, subject, message, fix.isEmpty() ? code.fix() : fix);
    }

    static ProblemsException malformed(String subject, String message, String fix) {
        return new ProblemsException(of(ProblemCode.MALFORMED_RULE, subject, message, fix), null);
    }

    static ProblemsException notInUse(KnownRule rule, String type) {
        return new ProblemsException(
                Problem.of(ProblemCode.UNFIT_RULE, subject(rule.name()), "no type " + type + " is in use"), null);
    }

    static ProblemsException failed(Rule rule, RuleFacts facts, String message, @Nullable Throwable cause) {
        return new ProblemsException(
                Problem.of(ProblemCode.RULE_FAILED, subject(rule.name()), facts.item() + ": " + message), cause);
    }
}
