package dev.synchronizer.cli;

import dev.synchronizer.cli.render.FailureWords;
import dev.synchronizer.cli.render.PlainText;
import dev.synchronizer.cli.render.Style;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.Severity;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.store.SaveFailure;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/** Puts problems before people, on standard error. */
final class ErrorOutput {
    private final PrintStream err;
    private final Style style;
    private final boolean showsProgress;

    ErrorOutput(Surroundings surroundings) {
        err = surroundings.err();
        showsProgress = surroundings.terminal().showsErrors();
        style = surroundings.terminal().coloursErrors() ? Style.COLOURED : Style.PLAIN;
    }

    void print(Problems problems) {
        problems.stream().forEach(problem -> print(problem, problem.severity()));
        err.flush();
    }

    /** Says what would be an error elsewhere, and keeps nothing from being done here. */
    void warn(Problem problem) {
        beginLine();
        print(problem, Severity.WARNING);
        err.flush();
    }

    /** Says what failed behind a commit, which stands. */
    void warn(SaveFailure failure) {
        beginLine();
        String heading = style.alarm(Severity.WARNING, Severity.WARNING.label());
        err.println(heading + ": what was saved stands, but " + shown(FailureWords.of(failure)) + ".");
        err.flush();
    }

    private void print(Problem problem, Severity severity) {
        // Each part for itself: what follows a password must not be taken for its end.
        String heading = problem.code().id() + " " + severity.label();
        err.println("%s %s: %s."
                .formatted(style.alarm(severity, heading), shown(problem.subject()), shown(problem.message())));
        err.println("  Fix: " + shown(problem.fix()) + ".");
    }

    /** What was found and saved nevertheless. */
    void print(String subject, Finding finding) {
        beginLine();
        String place = finding.place().isEmpty() ? "" : " " + finding.place();
        err.println("%s %s%s: %s (%s)."
                .formatted(
                        finding.severity().name().toLowerCase(Locale.ROOT),
                        shown(subject),
                        shown(place),
                        shown(finding.message()),
                        shown(finding.validator())));
        err.flush();
    }

    void trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        err.println(shown(text.toString().stripTrailing()));
    }

    private static String shown(String text) {
        return PlainText.of(Secrets.mask(text));
    }

    /** Is shown on a line of its own, where progress may be by now, and the answer behind it. */
    void question(String text) {
        beginLine();
        err.print(shown(text));
        err.flush();
    }

    private void beginLine() {
        if (showsProgress) {
            err.print(ConsoleProgress.WIPE);
        }
    }

    /** A line of this program's own, which may have colours. */
    void line(String text) {
        err.println(Secrets.mask(text));
    }
}
