package dev.synchronizer.rule.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.synchronizer.rule.Condition;
import dev.synchronizer.rule.ConditionException;
import dev.synchronizer.rule.ConditionException.Kind;
import dev.synchronizer.rule.RuleFacts;
import dev.synchronizer.rule.RuleLimits;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A condition as a program. */
final class CelCondition implements Condition {
    /** The language says the offset of the part that failed nowhere but here. */
    private static final Pattern MESSAGE = Pattern.compile("(?s)evaluation error(?: at [^:]*:(\\d+))?: (.*)");

    private final CelAbstractSyntaxTree tree;
    private final CelRuntime.Program program;
    private final Shapes shapes;
    private final RuleLimits limits;

    CelCondition(CelAbstractSyntaxTree tree, CelRuntime.Program program, Shapes shapes, RuleLimits limits) {
        this.tree = tree;
        this.program = program;
        this.shapes = shapes;
        this.limits = limits;
    }

    @Override
    public boolean holds(RuleFacts facts) {
        Evaluation evaluation = new Evaluation(facts, shapes, limits);
        try {
            Object outcome = program.trace(evaluation, evaluation);
            return Boolean.TRUE.equals(outcome);
        } catch (CutOff e) {
            throw cutOff(e.reason(), e);
        } catch (CelEvaluationException e) {
            if (e.getErrorCode() == CelErrorCode.ITERATION_BUDGET_EXCEEDED) {
                throw cutOff("its comprehensions look at more than " + limits.iterations() + " elements", e);
            }
            if (evaluation.hasFoundNothing() && isAboutNothing(e)) {
                return false;
            }
            throw failed(e);
        }
    }

    /** All types were checked, so that no function can miss its arguments unless one of them is null. */
    private static boolean isAboutNothing(CelEvaluationException failure) {
        return failure.getErrorCode() == CelErrorCode.OVERLOAD_NOT_FOUND
                || failure.getCause() instanceof IllegalArgumentException;
    }

    private static ConditionException cutOff(String reason, Throwable cause) {
        return new ConditionException(
                Kind.CUT_OFF,
                List.of(ConditionException.Flaw.ofAll("the condition was cut off: " + reason, "")),
                cause);
    }

    private ConditionException failed(CelEvaluationException failure) {
        Matcher matcher = MESSAGE.matcher(String.valueOf(failure.getMessage()));
        String message = matcher.matches() ? matcher.group(2) : String.valueOf(failure.getMessage());
        Integer offset = matcher.matches() && matcher.group(1) != null ? Integer.valueOf(matcher.group(1)) : null;
        return new ConditionException(
                Kind.FAILED,
                List.of(Position.ofOffset(tree, offset).flaw("the condition failed with " + message, "")),
                failure);
    }
}
