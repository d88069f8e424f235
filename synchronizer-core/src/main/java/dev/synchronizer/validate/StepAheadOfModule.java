package dev.synchronizer.validate;

import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.ModuleVersion;
import dev.synchronizer.model.StepModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.stream.Stream;

/** F2: a migration step belongs to a version that its module has reached. A module without one is reported already. */
final class StepAheadOfModule implements Rule {
    @Override
    public Stream<Problem> violations(ModelIndex model) {
        return model.modules().stream()
                .filter(module -> module.version() != null)
                .flatMap(StepAheadOfModule::violations);
    }

    private static Stream<Problem> violations(ModuleModel module) {
        return module.steps().stream()
                .filter(step -> ModuleVersion.of(step.version()).compareTo(module.gate()) > 0)
                .map(step -> problem(module, step));
    }

    private static Problem problem(ModuleModel module, StepModel step) {
        return Problem.of(
                ProblemCode.STEP_AHEAD_OF_MODULE,
                step.className(),
                "the migration step " + step.name() + " is for version " + step.version() + ", and " + module.name()
                        + " is " + module.version());
    }
}
