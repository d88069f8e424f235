package dev.synchronizer.saving;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.io.Serial;

/** A save was refused by a handler, a processor or a rule; nothing of its unit was written. */
public final class SaveVetoedException extends ProblemsException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String code;
    private final String reason;
    private final String vetoedBy;

    public SaveVetoedException(Subject subject, String vetoedBy, String code, String reason) {
        super(
                Problem.of(
                        ProblemCode.SAVE_VETOED,
                        subject.toString(),
                        vetoedBy + " refuses it: " + reason + " (" + code + ")"),
                null);
        this.code = code;
        this.reason = reason;
        this.vetoedBy = vetoedBy;
    }

    /** What is refused, as who refused it calls it. */
    public String code() {
        return code;
    }

    /** Why, as who refused it says. */
    public String reason() {
        return reason;
    }

    /** The name of the handler, the processor or the rule. */
    public String vetoedBy() {
        return vetoedBy;
    }
}
