package dev.synchronizer.cli.render;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.problem.Severity;

/** How a text marks what changes. */
public enum Style {
    PLAIN,
    COLOURED;

    private static final String RED = "31";
    private static final String YELLOW = "33";
    private static final String RESET = "\u001b[0m";

    /** The line in the colour of a state, or as it is. */
    String paint(ChangeState state, String text) {
        return this == PLAIN ? text : colour(state) + text + RESET;
    }

    /** What deserves a second look stands out. */
    String grade(Grade grade) {
        return switch (grade) {
            case COMPATIBLE -> grade.label();
            case BREAKING -> bold(grade.label(), YELLOW);
            case LOSSY -> bold(grade.label(), RED);
        };
    }

    /** A text in the colour of errors or of warnings. */
    public String alarm(Severity severity, String text) {
        return bold(text, severity == Severity.ERROR ? RED : YELLOW);
    }

    private String bold(String text, String colour) {
        return this == PLAIN ? text : "\u001b[1;" + colour + "m" + text + RESET;
    }

    String bold(String text) {
        return this == PLAIN ? text : "\u001b[1m" + text + RESET;
    }

    private static String colour(ChangeState state) {
        return switch (state) {
            case NEW -> "\u001b[32m";
            case UPDATED -> "\u001b[33m";
            case ORPHANED -> "\u001b[31m";
            case CONFLICT -> "\u001b[35m";
            case GATED -> "\u001b[36m";
            case IDENTICAL, ABSENT -> "\u001b[2m";
        };
    }
}
