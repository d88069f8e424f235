package dev.synchronizer.cli;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;

/** What a caller of {@code --fail-on} does not want to find in a plan. */
enum FailOn {
    NEW("a new type or property", plan -> has(plan, ChangeState.NEW)),
    UPDATED("an updated type or property", plan -> has(plan, ChangeState.UPDATED)),
    ORPHANED("an orphaned type or property", plan -> has(plan, ChangeState.ORPHANED)),
    GATED("a gated type", plan -> has(plan, ChangeState.GATED)),
    CONFLICT("a conflict", plan -> has(plan, ChangeState.CONFLICT)),
    BREAKING("a breaking or lossy change", plan -> plan.summary().grade().compareTo(Grade.BREAKING) >= 0),
    LOSSY("a lossy change", plan -> plan.summary().grade() == Grade.LOSSY),
    ABSENT("a type of a module that is not scanned", plan -> has(plan, ChangeState.ABSENT)),
    WARNING("a warning", plan -> !plan.problems().warnings().isEmpty()),
    ANY("something of a kind that --fail-on knows", FailOn::hasAnyOther);

    private final String meaning;
    private final Predicate<SyncPlan> finds;

    FailOn(String meaning, Predicate<SyncPlan> finds) {
        this.meaning = meaning;
        this.finds = finds;
    }

    /** The form on the command line. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isViolatedBy(SyncPlan plan) {
        return finds.test(plan);
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

    private static boolean hasAnyOther(SyncPlan plan) {
        return Arrays.stream(values()).anyMatch(kind -> kind != ANY && kind.isViolatedBy(plan));
    }

    @Override
    public String toString() {
        return label();
    }
}
