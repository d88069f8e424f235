package dev.synchronizer.validate;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** B11: what is suppressed is the code of a warning. */
final class UselessSuppression implements Rule {
    private static final Set<ProblemCode> NOT_OF_TYPES = EnumSet.of(
            ProblemCode.NOTHING_DECLARED,
            ProblemCode.MODULE_WITHOUT_VERSION,
            ProblemCode.CHANGED_WITHOUT_VERSION,
            ProblemCode.UNKNOWN_MODULE);

    @Override
    public Stream<Problem> violations(ModelIndex model) {
        return Stream.concat(
                model.types().stream()
                        .flatMap(
                                type -> violations(type.className(), type.type().suppressed())),
                model.properties().stream()
                        .flatMap(property -> violations(ModelIndex.place(property), property.suppressed())));
    }

    private static Stream<Problem> violations(String subject, List<String> ids) {
        return ids.stream()
                .filter(id -> reasonAgainst(ProblemCode.byId(id)) != null)
                .map(id -> Problem.of(
                        ProblemCode.USELESS_SUPPRESSION,
                        subject,
                        "@Suppress names " + Wording.quote(id) + ", which is " + reasonAgainst(ProblemCode.byId(id))));
    }

    private static @Nullable String reasonAgainst(@Nullable ProblemCode code) {
        if (code == null) {
            return "no code";
        }
        if (code.severity() != Severity.WARNING) {
            return "an error, and errors cannot be suppressed";
        }
        return NOT_OF_TYPES.contains(code)
                ? "a warning about a module or a path, and not about a type or property"
                : null;
    }
}
