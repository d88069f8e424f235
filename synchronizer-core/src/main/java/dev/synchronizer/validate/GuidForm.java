package dev.synchronizer.validate;

import dev.synchronizer.model.TypeGuid;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.stream.Stream;

/** B3: a GUID that is declared is a UUID. */
final class GuidForm implements Rule {
    @Override
    public Stream<Problem> violations(ModelIndex model) {
        return model.types().stream().map(DeclaredType::type).flatMap(GuidForm::violations);
    }

    private static Stream<Problem> violations(TypeModel type) {
        String guid = type.guid();
        if (guid == null || guid.isEmpty() || TypeGuid.parse(guid) != null) {
            return Stream.empty();
        }
        return Stream.of(Problem.of(
                ProblemCode.GUID_NOT_A_UUID,
                type.className(),
                "the GUID " + Wording.quote(guid) + " of the type " + type.name() + " is not a UUID"));
    }

    /** An empty GUID says nothing, as an absent one. */
    static boolean isDeclared(TypeModel type) {
        return type.guid() != null && !type.guid().isEmpty();
    }
}
