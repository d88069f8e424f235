package dev.synchronizer.cli;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.Arrays;
import java.util.Locale;

/** What a caller of {@code --fail-on} does not want to find in a plan. */
enum FailOn {
    NEW("a new type or property"),
    UPDATED("an updated type or property"),
    ORPHANED("an orphaned type or property"),
    GATED("a gated type"),
    CONFLICT("a conflict"),
    BREAKING("a breaking or lossy change"),
    LOSSY("a lossy change"),
    ABSENT("a type of a module that is not scanned"),
    WARNING("a warning"),
    ANY("something that is not identical, or a warning");

    private final String meaning;

    FailOn(String meaning) {
        this.meaning = meaning;
    }

    /** The form on the command line. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isViolatedBy(SyncPlan plan) {
        return switch (this) {
            case NEW -> has(plan, ChangeState.NEW);
            case UPDATED -> has(plan, ChangeState.UPDATED);
            case ORPHANED -> has(plan, ChangeState.ORPHANED);
            case GATED -> has(plan, ChangeState.GATED);
            case CONFLICT -> has(plan, ChangeState.CONFLICT);
            case BREAKING -> plan.summary().grade().compareTo(Grade.BREAKING) >= 0;
            case LOSSY -> plan.summary().grade() == Grade.LOSSY;
            case ABSENT -> has(plan, ChangeState.ABSENT);
            case WARNING -> !plan.problems().warnings().isEmpty();
            case ANY -> Arrays.stream(values()).anyMatch(kind -> kind != ANY && kind.isViolatedBy(plan));
        };
    }

    /** What is wrong with a plan that violates it. */
    Problem problem() {
        return new Problem(
                ProblemCode.POLICY_VIOLATED,
                "--fail-on " + label(),
                "the plan has " + meaning,
                "change the models, or leave %s out of --fail-on".formatted(label()));
    }

    private static boolean has(SyncPlan plan, ChangeState state) {
        return plan.summary().types(state) > 0 || plan.summary().properties(state) > 0;
    }

    @Override
    public String toString() {
        return label();
    }
}
