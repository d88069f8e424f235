package dev.synchronizer.cli;

import dev.synchronizer.model.Address;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;

/** What was asked for where there is no database yet. */
final class NothingStored {
    private NothingStored() {}

    static ProblemsException problem(Address address) {
        return new ProblemsException(Problems.of(new Problem(
                ProblemCode.NOT_STORED,
                address.toString(),
                "there is no database yet, so that nothing is stored",
                "check --url, or commit models first with sync")));
    }
}
