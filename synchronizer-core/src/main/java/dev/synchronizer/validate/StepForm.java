package dev.synchronizer.validate;

import dev.synchronizer.model.ColumnText;
import dev.synchronizer.model.ModuleVersion;
import dev.synchronizer.model.StepModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.stream.Stream;

/** F2: the ledger can hold a migration step's name and version, and the version has a place among others. */
final class StepForm implements Rule {
    @Override
    public Stream<Problem> violations(ModelIndex model) {
        return model.modules().stream()
                .flatMap(module -> module.steps().stream())
                .flatMap(step -> Stream.concat(
                        fault(step, "name", step.name()),
                        Stream.concat(fault(step, "version", step.version()), withoutNumber(step))));
    }

    private static Stream<Problem> fault(StepModel step, String what, String text) {
        return ColumnText.fault(text, ColumnText.MAX_NAME).stream()
                .map(fault -> problem(step, "its " + what + ", " + ColumnText.quoted(text) + ", " + fault));
    }

    private static Stream<Problem> withoutNumber(StepModel step) {
        return ModuleVersion.of(step.version()).equals(ModuleVersion.NONE)
                ? Stream.of(problem(step, "its version, " + ColumnText.quoted(step.version()) + ", has no number"))
                : Stream.empty();
    }

    private static Problem problem(StepModel step, String message) {
        return Problem.of(ProblemCode.STEP_NOT_STORABLE, step.className(), message);
    }
}
