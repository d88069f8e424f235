package dev.synchronizer.saving;

import dev.synchronizer.model.ColumnText;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.util.Optional;

/** Names of stores, handlers and processors: they stand in rows and in reports. */
final class SaveNames {
    private SaveNames() {}

    static void requireName(String what, String name) {
        Optional<String> fault = name.isBlank() ? Optional.of("is blank") : ColumnText.fault(name, ColumnText.MAX_NAME);
        fault.ifPresent(flaw -> {
            throw refusal(what, "the name " + ColumnText.quoted(name) + " of a " + what + " " + flaw);
        });
    }

    static ProblemsException refusal(String subject, String message) {
        return refusal(subject, message, ProblemCode.WRONG_HANDLER.fix());
    }

    static ProblemsException refusal(String subject, String message, String fix) {
        return new ProblemsException(new Problem(ProblemCode.WRONG_HANDLER, subject, message, fix), null);
    }
}
