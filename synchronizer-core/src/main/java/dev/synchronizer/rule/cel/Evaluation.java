package dev.synchronizer.rule.cel;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.values.CelByteString;
import dev.cel.runtime.CelEvaluationListener;
import dev.cel.runtime.CelVariableResolver;
import dev.synchronizer.rule.RuleFacts;
import dev.synchronizer.rule.RuleLimits;
import dev.synchronizer.value.Values;
import java.util.Collection;
import java.util.Optional;

/**
 * One evaluation: what its variables stand for, and how much it has taken. The language bounds the number of iterations;
 * this bounds the time, the size of all that is made, which could double with each step, and that of all that is looked at,
 * which could be the same text time and again. Of one thread.
 */
final class Evaluation implements CelVariableResolver, CelEvaluationListener {
    /** How much is looked at, in characters, elements and parts, between two looks at the time. */
    private static final int BETWEEN_LOOKS = 100;

    private static final long MOST_LOOKED_AT = 1_000_000_000;

    /** What a comprehension has come to so far goes on growing, and is not made anew with each of its steps. */
    private static final String SO_FAR = "@result";

    private final RuleFacts facts;
    private final Shapes shapes;
    private final RuleLimits limits;
    private final TimeLimit time;
    private long made;
    private long lookedAt;
    private long nextLook = BETWEEN_LOOKS;
    private boolean nothingFound;

    Evaluation(RuleFacts facts, Shapes shapes, RuleLimits limits) {
        this.facts = facts;
        this.shapes = shapes;
        this.limits = limits;
        time = TimeLimit.of(limits.time());
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
        int size = handsOn(part) ? 0 : size(value);
        lookedAt += 1L + size;
        if (part.getKind() == Kind.CALL) {
            made += size;
        }
        if (made > limits.size()) {
            throw new CutOff("it makes texts and lists of more than " + limits.size() + " characters and elements");
        }
        if (lookedAt > MOST_LOOKED_AT) {
            throw new CutOff("it looks at more than " + MOST_LOOKED_AT + " characters and elements");
        }
        if (lookedAt > nextLook || isSearch(part)) {
            lookAtTime();
        }
    }

    /** @throws CutOff if it takes too long by now */
    void lookAtTime() {
        nextLook = lookedAt + BETWEEN_LOOKS;
        if (time.isOver()) {
            throw new CutOff("it takes longer than " + limits.time().toMillis() + " ms");
        }
    }

    private static int size(Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        if (value instanceof CelByteString bytes) {
            return bytes.size();
        }
        return value instanceof Collection<?> many ? many.size() : 0;
    }

    /** Whether the value of a part is that of another part, which was looked at already. */
    private static boolean handsOn(CelExpr part) {
        return switch (part.getKind()) {
            case COMPREHENSION -> true;
            case IDENT -> isSoFar(part);
            case CALL ->
                part.call().function().equals("_?_:_")
                        || part.call().args().stream().anyMatch(Evaluation::isSoFar);
            default -> false;
        };
    }

    private static boolean isSoFar(CelExpr part) {
        return part.getKind() == Kind.IDENT && part.ident().name().equals(SO_FAR);
    }

    private static boolean isSearch(CelExpr part) {
        return part.getKind() == Kind.CALL && part.call().function().equals(Searches.MATCHES);
    }
}
