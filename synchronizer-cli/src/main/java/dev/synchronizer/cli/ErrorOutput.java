package dev.synchronizer.cli;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Puts problems before people, on standard error. */
final class ErrorOutput {
    private final PrintStream err;

    ErrorOutput(PrintStream err) {
        this.err = err;
    }

    void print(Problems problems) {
        problems.stream().forEach(this::print);
        err.flush();
    }

    private void print(Problem problem) {
        // Each part for itself: what follows a password must not be taken for its end.
        err.println("%s %s %s: %s."
                .formatted(
                        problem.code().id(),
                        problem.severity().label(),
                        Secrets.mask(problem.subject()),
                        Secrets.mask(problem.message())));
        err.println("  Fix: " + Secrets.mask(problem.fix()) + ".");
    }

    void trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        line(text.toString().stripTrailing());
    }

    void line(String text) {
        err.println(Secrets.mask(text));
    }
}
