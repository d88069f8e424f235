package dev.synchronizer.saving;

import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.util.List;

/** A check that knows but one severity: what it finds, it throws. */
record PlainCheck(Subject subject, SavePath.Check plain) implements DraftCheck {
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
        return Problem.of(
                finding.severity() == FindingSeverity.FATAL
                        ? ProblemCode.FATAL_FINDING
                        : ProblemCode.UNCONFIRMED_FINDING,
                subject + (finding.property().isEmpty() ? "" : " " + finding.place()),
                finding.validator() + " says: " + finding.message());
    }
}
