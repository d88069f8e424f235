package dev.synchronizer.cli.render;

import dev.synchronizer.diff.ChangeState;

/** How a text marks what changes. */
public enum Style {
    PLAIN,
    COLOURED;

    private static final String RESET = "\u001b[0m";

    /** The line in the colour of a state, or as it is. */
    String paint(ChangeState state, String text) {
        return this == PLAIN ? text : colour(state) + text + RESET;
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
