package dev.synchronizer.cli;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;

/** How the program ends; where several apply, the first of these is it. */
enum ExitCode {
    WRONG_USAGE(64, "wrong usage of a command, an option or the configuration"),
    FAILED(1, "something could not be read, reached or written; or an internal error"),
    INVALID_MODEL(4, "the model breaks a rule"),
    REFUSED(
            5,
            "a conflict, a loss that was not allowed, a stale or altered plan, or content that its type does not let through; "
                    + "a dry run says so likewise"),
    POLICY_VIOLATED(3, "something of a kind named by `--fail-on` was found; nothing was committed"),
    PENDING(2, "changes are pending, where `--exit-code` was given"),
    DONE(0, "done, or nothing is wrong");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    String meaning() {
        return meaning;
    }

    /** The graver of the two. */
    ExitCode or(ExitCode other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** What the gravest of the problems says. */
    static ExitCode of(Problems problems) {
        return problems.stream().map(ExitCode::of).reduce(DONE, ExitCode::or);
    }

    private static ExitCode of(Problem problem) {
        return switch (problem.code().kind()) {
            case USAGE -> WRONG_USAGE;
            case FAILURE -> FAILED;
            case INVALID_MODEL -> INVALID_MODEL;
            case REFUSAL -> REFUSED;
            case POLICY -> POLICY_VIOLATED;
            case ADVICE -> DONE;
        };
    }
}
