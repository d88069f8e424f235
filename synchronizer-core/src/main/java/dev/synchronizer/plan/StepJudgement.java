package dev.synchronizer.plan;

import dev.synchronizer.annotation.Migration;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.model.ExecutedStep;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.StepModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What forbids to run migration steps, and what cannot be judged before they have run (F2). */
final class StepJudgement {
    private StepJudgement() {}

    static Problems of(ModelDiff diff, List<StepPlan> steps, Policy policy) {
        List<Problem> problems = new ArrayList<>();
        for (ModuleModel module : StepPlanning.modules(diff, policy)) {
            for (StepModel step : module.steps()) {
                diff.stored().steps().stream()
                        .filter(ran -> ran.module().equals(module.name()) && isChanged(ran, step))
                        .forEach(ran -> problems.add(changed(ran, step)));
            }
        }
        if (!policy.runSteps()) {
            steps.stream()
                    .filter(step -> step.state() == StepPlan.State.RUN)
                    .forEach(step -> problems.add(unasked(step)));
        }
        return Problems.of(problems);
    }

    /** What did not run here may be changed. */
    private static boolean isChanged(ExecutedStep ran, StepModel step) {
        return !ran.baseline()
                && ran.name().equals(step.name())
                && !ran.checksum().equals(step.checksum());
    }

    private static Problem changed(ExecutedStep ran, StepModel step) {
        return Problem.of(
                ProblemCode.STEP_CHANGED,
                step.className(),
                "the migration step %s of %s for version %s ran in run %s, and its code has changed since"
                        .formatted(ran.name(), ran.module(), ran.version(), ran.run()));
    }

    private static Problem unasked(StepPlan plan) {
        return Problem.of(
                ProblemCode.STEP_WITHOUT_CONSENT,
                plan.step().className(),
                "the migration step %s for version %s has to run"
                        .formatted(plan, plan.step().version()));
    }

    /** The same problems, where a step may do away with a loss before it happens. */
    static Problems afterSteps(Problems problems, List<StepPlan> steps, Policy policy) {
        String before = steps.stream()
                .filter(step -> step.runs(Migration.Phase.BEFORE))
                .map(StepPlan::toString)
                .collect(Collectors.joining(", "));
        if (before.isEmpty() || !policy.runSteps()) {
            return problems;
        }
        return Problems.of(problems.stream()
                .map(problem -> problem.code() == ProblemCode.LOSSY_CHANGE ? softened(problem, before) : problem)
                .toList());
    }

    private static Problem softened(Problem loss, String steps) {
        return Problem.of(
                ProblemCode.LOSS_BEHIND_STEP,
                loss.subject(),
                loss.message() + "; that is counted again after the migration step " + steps);
    }
}
