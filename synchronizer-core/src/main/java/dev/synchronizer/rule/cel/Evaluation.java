package dev.synchronizer.rule.cel;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;
import dev.cel.runtime.CelVariableResolver;
import dev.synchronizer.rule.RuleFacts;
import dev.synchronizer.rule.RuleLimits;
import dev.synchronizer.value.Values;
import java.util.Collection;
import java.util.Optional;

/**
 * One evaluation: what its variables stand for, and how much it has taken. The language bounds the number of iterations;
 * this bounds the time, and the size of what is put together, which could double with each step. Of one thread.
 */
final class Evaluation implements CelVariableResolver, CelEvaluationListener {
    private static final int STEPS_BETWEEN_LOOKS = 32;
    private static final int LONGEST_SUM = 10_000_000;

    private final RuleFacts facts;
    private final Shapes shapes;
    private final RuleLimits limits;
    private final long start = System.nanoTime();
    private int steps;
    private boolean nothingFound;

    Evaluation(RuleFacts facts, Shapes shapes, RuleLimits limits) {
        this.facts = facts;
        this.shapes = shapes;
        this.limits = limits;
    }

    Shape block(String name) {
        return shapes.block(name);
    }

    /** A value was asked for that is not there. */
    void foundNothing() {
        nothingFound = true;
    }

    boolean hasFoundNothing() {
        return nothingFound;
    }

    @Override
    public Optional<Object> find(String variable) {
        return switch (variable) {
            case Variables.ITEM -> Optional.of(holder(facts.values()));
            case Variables.OLD -> Optional.of(holder(facts.before() == null ? Values.none() : facts.before()));
            case Variables.CHANGED -> Optional.of(facts.changed());
            case Variables.NAME -> Optional.of(facts.name());
            case Variables.CONTENT_TYPE -> Optional.of(facts.type());
            case Variables.OP -> Optional.of(facts.op());
            case Variables.ORIGIN -> Optional.of(facts.origin());
            case Variables.STORE -> Optional.of(facts.store());
            case Variables.LANG -> Optional.of(facts.lang());
            case Variables.USER -> Optional.of(facts.user());
            default -> Optional.empty();
        };
    }

    private Holder holder(Values values) {
        return new Holder(shapes.root(), values, facts.lang(), this);
    }

    @Override
    public void callback(CelExpr part, Object value) {
        steps++;
        if (steps % STEPS_BETWEEN_LOOKS == 0
                && System.nanoTime() - start > limits.time().toNanos()) {
            throw new CutOff("it takes longer than " + limits.time().toMillis() + " ms");
        }
        if (part.getKind() == CelExpr.ExprKind.Kind.CALL) {
            if (value instanceof String text && text.length() > LONGEST_SUM) {
                throw new CutOff("it puts together a text of more than " + LONGEST_SUM + " characters");
            }
            if (value instanceof Collection<?> many && many.size() > limits.iterations()) {
                throw new CutOff("it puts together a list of more than " + limits.iterations() + " elements");
            }
        }
    }
}
