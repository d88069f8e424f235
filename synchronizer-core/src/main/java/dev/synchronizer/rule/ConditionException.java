package dev.synchronizer.rule;

import dev.synchronizer.problem.ProblemCode;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A condition cannot be compiled, or not be evaluated. */
public final class ConditionException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final transient List<Flaw> flaws;

    /** What went wrong. */
    public enum Kind {
        /** It is no condition for this type. */
        REFUSED(ProblemCode.WRONG_CONDITION),
        /** It takes more than it may. */
        CUT_OFF(ProblemCode.RULE_CUT_OFF),
        /** Its evaluation failed. */
        FAILED(ProblemCode.RULE_FAILED);

        private final ProblemCode code;

        Kind(ProblemCode code) {
            this.code = code;
        }

        ProblemCode code() {
            return code;
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param line the line in the condition, from 1; 0 where it is about all of it
     * @param column the column in that line, from 1; 0 where it is about all of it
     * @param message what is wrong
     * @param fix what to do about it; empty where there is nothing to add
     */
    public record Flaw(int line, int column, String message, String fix) {
        /** Of all of the condition. */
        public static Flaw ofAll(String message, String fix) {
            return new Flaw(0, 0, message, fix);
        }

        @Override
        public String toString() {
            return line == 0 ? message : "line " + line + ", column " + column + ": " + message;
        }
    }

    public ConditionException(Kind kind, List<Flaw> flaws, @Nullable Throwable cause) {
        super(flaws.stream().map(Flaw::toString).collect(Collectors.joining("; ")), cause);
        this.kind = kind;
        this.flaws = List.copyOf(flaws);
    }

    public Kind kind() {
        return kind;
    }

    /** In the order of the condition. */
    public List<Flaw> flaws() {
        return flaws;
    }
}
