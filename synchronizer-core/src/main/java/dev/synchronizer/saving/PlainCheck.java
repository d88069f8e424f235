package dev.synchronizer.saving;

import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.util.List;

/** A check that knows but one severity: what it finds, it throws. */
record PlainCheck(Subject subject, SaveOrigin origin, SavePath.Check plain) implements DraftCheck {
    @Override
    public Checked check() {
        plain.check();
        return Checked.clean(Looked.NOWHERE);
    }

    @Override
    public void refuse(List<Finding> refused) {
        throw new ProblemsException(
                Problems.of(refused.stream().map(this::problem).toList()));
    }

    private Problem problem(Finding finding) {
        String about = subject + (finding.place().isEmpty() ? "" : " " + finding.place());
        String message = finding.validator() + " says: " + finding.message();
        return finding.severity() == FindingSeverity.FATAL
                ? Problem.of(ProblemCode.FATAL_FINDING, about, message)
                : new Problem(
                        ProblemCode.UNCONFIRMED_FINDING,
                        about,
                        message,
                        origin.wayOut(ProblemCode.UNCONFIRMED_FINDING));
    }
}
