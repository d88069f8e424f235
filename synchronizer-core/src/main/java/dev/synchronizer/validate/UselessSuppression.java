package dev.synchronizer.validate;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** B11: what is suppressed is the code of a warning. */
final class UselessSuppression implements Rule {
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
        return ids.stream().filter(id -> !isWarning(ProblemCode.byId(id))).map(id -> problem(subject, id));
    }

    private static boolean isWarning(@Nullable ProblemCode code) {
        return code != null && code.severity() == Severity.WARNING;
    }

    private static Problem problem(String subject, String id) {
        String reason = ProblemCode.byId(id) == null ? "no code" : "an error, and errors cannot be suppressed";
        return Problem.of(
                ProblemCode.USELESS_SUPPRESSION,
                subject,
                "@Suppress names " + Wording.quote(id) + ", which is " + reason);
    }
}
