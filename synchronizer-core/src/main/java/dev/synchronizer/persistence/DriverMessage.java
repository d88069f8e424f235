package dev.synchronizer.persistence;

import java.util.regex.Pattern;

/** What a driver said, as people can read it; a class of its own, so that a start without errors compiles no pattern. */
final class DriverMessage {
    private static final Pattern STATEMENT = Pattern.compile("; SQL statement:.*?(?=\\[\\d+-\\d+]|$)", Pattern.DOTALL);
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private DriverMessage() {}

    /** The driver's own words, on one line and without passwords; wrappers around them rarely add anything. */
    static String of(Throwable thrown) {
        Throwable deepest = SqlErrors.deepest(thrown);
        String message = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        String line = WHITE_SPACE
                .matcher(STATEMENT.matcher(message).replaceFirst(" "))
                .replaceAll(" ")
                .strip();
        return Credentials.hidden(line.endsWith(".") ? line.substring(0, line.length() - 1) : line);
    }
}
