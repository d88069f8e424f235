package dev.synchronizer.spring;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why an application did not start, and the ways out, instead of a stack trace. */
class SynchronizerFailureAnalyzer extends AbstractFailureAnalyzer<FailedStartException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, FailedStartException start) {
        Throwable cause = start.getCause();
        if (cause instanceof SyncRefusedException refused) {
            return analysis(
                    "The plan to synchronize content types was refused:",
                    OptionsAsProperties.in(refused.plan().refusals()),
                    cause);
        }
        if (cause instanceof ProblemsException problems) {
            return analysis(
                    "Content types could not be synchronized:",
                    OptionsAsProperties.in(problems.problems().errors()),
                    cause);
        }
        return null;
    }

    private static FailureAnalysis analysis(String title, Problems problems, Throwable cause) {
        String description = problems.stream()
                .map(problem -> "    %s %s: %s".formatted(problem.code().id(), problem.subject(), problem.message()))
                .collect(Collectors.joining("\n", title + "\n\n", ""));
        return new FailureAnalysis(description, action(problems.asList()), cause);
    }

    private static String action(List<Problem> problems) {
        List<String> fixes = problems.stream()
                .map(problem -> "    %s %s: %s".formatted(problem.code().id(), problem.subject(), problem.fix()))
                .toList();
        return "Nothing was written. See to these, or let the application start with what is stored by"
                + " synchronizer.on-failure=start:\n\n" + String.join("\n", fixes);
    }
}
