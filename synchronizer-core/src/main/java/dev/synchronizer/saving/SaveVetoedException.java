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

    private SaveVetoedException(Problem problem, SaveVetoedException veto) {
        super(problem, veto);
        code = veto.code;
        reason = veto.reason;
        vetoedBy = veto.vetoedBy;
    }

    /**
     * The same veto, where it has ended more than a save.
     *
     * @param what was ended by it, and where
     */
    public SaveVetoedException ending(String what) {
        Problem problem = problems().asList().get(0);
        return new SaveVetoedException(
                Problem.of(problem.code(), problem.subject(), problem.message() + "; by that, " + what), this);
    }

    /** What is refused, as who refused it calls it. */
    public String code() {
        return code;
    }

    /** Why, as who refused it says. */
    public String reason() {
        return reason;
    }

    /** The name of the handler or the processor; of a rule, the words {@code the rule} and its name. */
    public String vetoedBy() {
        return vetoedBy;
    }
}
