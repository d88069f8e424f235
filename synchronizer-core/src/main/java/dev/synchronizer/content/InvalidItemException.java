package dev.synchronizer.content;

import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.io.Serial;
import java.util.List;
import java.util.TreeSet;

/** An item is not saved, as what it was to hold is not what its type asks for. */
public final class InvalidItemException extends ProblemsException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<Violation> violations;

    InvalidItemException(List<Violation> violations) {
        super(Problems.of(violations.stream().map(Violation::problem).toList()));
        this.violations = List.copyOf(new TreeSet<>(violations));
    }

    /** All that is wrong, by property and language. */
    public List<Violation> violations() {
        return violations;
    }
}
