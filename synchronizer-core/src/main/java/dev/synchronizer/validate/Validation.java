package dev.synchronizer.validate;

import dev.synchronizer.problem.Problems;

/**
 * What a validation found.
 *
 * @param problems what is wrong or worth knowing
 * @param suppressed warnings that their authors accept (B11)
 */
public record Validation(Problems problems, Problems suppressed) {
    public static Validation nothing() {
        return new Validation(Problems.none(), Problems.none());
    }

    /** This validation with what was found elsewhere. */
    public Validation and(Problems others) {
        return new Validation(problems.and(others), suppressed);
    }
}
