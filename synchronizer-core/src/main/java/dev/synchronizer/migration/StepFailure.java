package dev.synchronizer.migration;

import dev.synchronizer.plan.StepPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveVetoedException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a migration step failed: which one, at which item, and where in its code (F2). */
final class StepFailure {
    private static final String OF_THE_DATABASE = "CT5";

    private StepFailure() {}

    /**
     * Says what a step has thrown.
     *
     * @param place the item that it was at; empty where it was at none
     * @throws VirtualMachineError if that is what it has thrown, which says by what is suppressed where that was
     */
    static ProblemsException of(StepPlan step, String place, Throwable thrown) {
        if (thrown instanceof SaveVetoedException veto) {
            return veto.ending(where(step, place) + line(step, veto));
        }
        if (thrown instanceof ProblemsException e) {
            return isOfTheDatabase(e) ? e : beside(e, failed(step, place, subjects(e) + line(step, e)));
        }
        Problem failed = failed(step, place, thrown + line(step, thrown));
        if (thrown instanceof VirtualMachineError error && !(error instanceof StackOverflowError)) {
            error.addSuppressed(new ProblemsException(failed, null));
            throw error;
        }
        return new ProblemsException(failed, thrown);
    }

    /** Says that a step went on where it had ended the work on a batch by an exception. */
    static ProblemsException brokenOff(StepPlan step, String place) {
        String cause = "an exception that the step itself caught ended its forEach there, so that what was set in its"
                + " batch was not written; catch it within forEach";
        return new ProblemsException(failed(step, place, cause), null);
    }

    /** The database says for itself what to do, and may not fail again. */
    private static boolean isOfTheDatabase(ProblemsException thrown) {
        return !thrown.problems().isEmpty()
                && thrown.problems().stream()
                        .allMatch(problem -> problem.code().id().startsWith(OF_THE_DATABASE));
    }

    private static ProblemsException beside(ProblemsException thrown, Problem failed) {
        List<Problem> all = new ArrayList<>(thrown.problems().asList());
        all.add(failed);
        return new ProblemsException(Problems.of(all), thrown);
    }

    private static String subjects(ProblemsException thrown) {
        return thrown.problems().stream()
                .map(problem -> problem.code().id() + " of " + problem.subject())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Problem failed(StepPlan plan, String place, String cause) {
        return Problem.of(ProblemCode.STEP_FAILED, plan.step().className(), where(plan, place) + ": " + cause);
    }

    private static String where(StepPlan plan, String place) {
        String at = place.isEmpty() ? "" : " at " + place;
        return "the migration step %s for version %s failed%s"
                .formatted(plan, plan.step().version(), at);
    }

    /** Where in the step's own code it failed. */
    private static String line(StepPlan plan, Throwable cause) {
        String className = plan.step().className();
        return List.of(cause.getStackTrace()).stream()
                .filter(frame -> frame.getClassName().equals(className)
                        || frame.getClassName().startsWith(className + "$"))
                .findFirst()
                .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse("");
    }
}
