package dev.synchronizer.persistence;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Says in plain words what is wrong when a database reports an error, without ever showing a password. */
final class DatabaseProblems {
    private static final Pattern STATEMENT = Pattern.compile("; SQL statement:.*?(?=\\[\\d+-\\d+]|$)", Pattern.DOTALL);
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    /** What was going on. */
    enum Phase {
        READING,
        WRITING,
        COMMITTING
    }

    private final String subject;

    /** @param subject the product and its URL without credentials */
    DatabaseProblems(String subject) {
        this.subject = subject;
    }

    /** No connection could be had. */
    static ProblemsException unreachable(DataSource dataSource, Exception cause) {
        DataSourceName name = DataSourceName.of(dataSource);
        if (SqlErrors.isBusy(cause)) {
            return problem(ProblemCode.DATABASE_BUSY, name.url(), said(cause), cause);
        }
        String user = name.user().isEmpty() ? "" : " as user " + name.user();
        return problem(ProblemCode.CONNECTION_FAILED, name.url(), "no connection" + user + ": " + said(cause), cause);
    }

    ProblemsException of(Phase phase, Exception cause) {
        if (SqlErrors.isMissing(cause)) {
            return problem(
                    ProblemCode.SCHEMA_FOREIGN, "a table or column of the schema is missing: " + said(cause), cause);
        }
        if (SqlErrors.isLost(cause)) {
            return lost(phase, cause);
        }
        if (SqlErrors.isBusy(cause)) {
            return problem(ProblemCode.DATABASE_BUSY, said(cause), cause);
        }
        if (phase != Phase.READING && SqlErrors.isReadOnly(cause)) {
            return problem(ProblemCode.DATABASE_READ_ONLY, said(cause), cause);
        }
        return problem(ProblemCode.DATABASE_FAILED, said(cause), cause);
    }

    private ProblemsException lost(Phase phase, Exception cause) {
        return switch (phase) {
            case READING -> problem(ProblemCode.DATABASE_LOST, "the connection was lost: " + said(cause), cause);
            case WRITING ->
                problem(
                        ProblemCode.DATABASE_LOST,
                        "the connection was lost, and nothing of this run was committed: " + said(cause),
                        cause);
            case COMMITTING ->
                new ProblemsException(
                        new Problem(
                                ProblemCode.DATABASE_LOST,
                                subject,
                                "the connection was lost during the commit, so it is unknown whether this run was"
                                        + " committed: " + said(cause),
                                "run it again when the database is back; it finds out what was committed"),
                        cause);
        };
    }

    ProblemsException problem(ProblemCode code, String message, @Nullable Throwable cause) {
        return problem(code, subject, message, cause);
    }

    private static ProblemsException problem(
            ProblemCode code, String subject, String message, @Nullable Throwable cause) {
        return new ProblemsException(Problem.of(code, subject, message), cause);
    }

    /** What the driver itself said, on one line; wrappers around it rarely add anything. */
    private static String said(Throwable thrown) {
        Throwable deepest = SqlErrors.deepest(thrown);
        String message = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        String line = WHITE_SPACE
                .matcher(STATEMENT.matcher(message).replaceFirst(" "))
                .replaceAll(" ")
                .strip();
        return Credentials.hidden(line.endsWith(".") ? line.substring(0, line.length() - 1) : line);
    }
}
