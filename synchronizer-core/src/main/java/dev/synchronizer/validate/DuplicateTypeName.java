package dev.synchronizer.validate;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.List;
import java.util.stream.Stream;

/** B2: no two types have the same name, whatever their packages and modules. */
final class DuplicateTypeName implements Rule {
    @Override
    public Stream<Problem> violations(ModelIndex model) {
        return model.typesByName().values().stream()
                .filter(namesakes -> namesakes.size() > 1)
                .map(DuplicateTypeName::problem);
    }

    private static Problem problem(List<DeclaredType> namesakes) {
        List<String> parties = namesakes.stream()
                .map(declared -> declared.className() + " in " + declared.module())
                .toList();
        return Problem.of(
                ProblemCode.DUPLICATE_TYPE_NAME,
                namesakes.get(0).className(),
                "the name " + namesakes.get(0).name() + " belongs to " + Wording.all(parties));
    }
}
