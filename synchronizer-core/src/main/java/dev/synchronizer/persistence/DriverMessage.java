package dev.synchronizer.persistence;

import java.util.regex.Pattern;

/** What a driver said, as people can read it; a class of its own, so that a start without errors compiles no pattern. */
final class DriverMessage {
    /** H2's statement and error code, and PostgreSQL's position in the statement and its place in the server. */
    private static final Pattern WHERE = Pattern.compile(
            "; SQL statement:.*|\\s*\\[\\d+-\\d+]\\s*$|\\n\\s*[^\\n:]+: \\d+(?=\\n|$)|\\n\\s*Where: [^\\n]*",
            Pattern.DOTALL);

    /** MariaDB's number of the connection, and PostgreSQL's severity, in the language of the server. */
    private static final Pattern WHO = Pattern.compile("^(?:\\(conn=-?\\d+\\)|\\p{Lu}{4,}:)\\s+");

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private DriverMessage() {}

    /** The driver's own words, on one line and without passwords; wrappers around them rarely add anything. */
    static String of(Throwable thrown) {
        Throwable deepest = SqlErrors.deepest(thrown);
        String message = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        String line = WHITE_SPACE
                .matcher(WHO.matcher(WHERE.matcher(message).replaceAll("")).replaceFirst(""))
                .replaceAll(" ")
                .strip();
        return Credentials.hidden(line.endsWith(".") ? line.substring(0, line.length() - 1) : line);
    }
}
