package dev.synchronizer.validate;

import dev.synchronizer.model.ColumnText;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.stream.Stream;

/** The name of a type's class is stored beside the type. */
final class ClassNameForm implements Rule {
    @Override
    public Stream<Problem> violations(ModelIndex model) {
        return model.types().stream()
                .flatMap(declared -> ColumnText.fault(declared.className(), ColumnText.MAX_CLASS_NAME)
                        .map(fault -> problem(declared, fault))
                        .stream());
    }

    private static Problem problem(DeclaredType declared, String fault) {
        return Problem.of(
                ProblemCode.CLASS_NAME_NOT_STORABLE,
                declared.module() + "/" + declared.name(),
                "the name of its class, " + ColumnText.quoted(declared.className()) + ", " + fault);
    }
}
