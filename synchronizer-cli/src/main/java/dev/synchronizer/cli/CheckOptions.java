package dev.synchronizer.cli;

import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What of a plan makes a command end with an exit code of its own. */
final class CheckOptions {
    @Option(
            names = "--fail-on",
            paramLabel = "KIND,...",
            hideParamSyntax = true,
            split = ",",
            description = "Commit nothing, and end with 3, if the plan has any of: new, updated, orphaned, gated, "
                    + "conflict, breaking, lossy, absent, warning, any.")
    private List<FailOn> failOn = new ArrayList<>();

    @Option(names = "--exit-code", fallbackValue = "true", description = "End with 2 if changes are pending.")
    private boolean exitCode;

    /** The kinds that were asked for, in a fixed order. */
    List<FailOn> policies() {
        return failOn.stream().distinct().sorted().toList();
    }

    List<FailOn> violatedBy(SyncPlan plan) {
        return policies().stream().filter(kind -> kind.isViolatedBy(plan)).toList();
    }

    /** The violated policies as problems. */
    Problems violations(SyncPlan plan) {
        return Problems.of(violatedBy(plan).stream().map(FailOn::problem).toList());
    }

    /** What a command that leaves it at showing a plan ends with, beyond the plan's problems. */
    ExitCode pending(SyncPlan plan) {
        return exitCode && plan.isPending() ? ExitCode.PENDING : ExitCode.DONE;
    }
}
