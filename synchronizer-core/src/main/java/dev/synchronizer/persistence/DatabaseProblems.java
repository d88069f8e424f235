package dev.synchronizer.persistence;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.GaveWayException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Says in plain words what is wrong when a database reports an error, without ever showing a password. */
final class DatabaseProblems {
    /** What was going on. */
    enum Phase {
        READING,
        WRITING,
        COMMITTING
    }

    private final String product;
    private final @Nullable String url;

    /** @param url what the driver calls the database; its credentials are not shown */
    DatabaseProblems(String product, @Nullable String url) {
        this.product = product;
        this.url = url;
    }

    /** No connection could be had. */
    static ProblemsException unreachable(DataSource dataSource, Exception cause) {
        DataSourceName name = DataSourceName.of(dataSource);
        if (SqlErrors.isBusy(cause)) {
            return problem(ProblemCode.DATABASE_BUSY, name.url(), DriverMessage.of(cause), cause);
        }
        String user = name.user().isEmpty() ? "" : " as user " + name.user();
        return problem(
                ProblemCode.CONNECTION_FAILED,
                name.url(),
                "no connection" + user + ": " + DriverMessage.of(cause),
                cause);
    }

    ProblemsException of(Phase phase, Exception cause) {
        if (SqlErrors.isMissing(cause)) {
            return problem(
                    ProblemCode.SCHEMA_FOREIGN,
                    "a table or column of the synchronizer is missing: " + DriverMessage.of(cause),
                    cause);
        }
        if (SqlErrors.isLost(cause)) {
            return lost(phase, cause);
        }
        if (SqlErrors.isBusy(cause)) {
            return problem(ProblemCode.DATABASE_BUSY, DriverMessage.of(cause), cause);
        }
        if (phase != Phase.READING && SqlErrors.isReadOnly(cause)) {
            return problem(ProblemCode.DATABASE_READ_ONLY, DriverMessage.of(cause), cause);
        }
        if (SqlErrors.isDeadlock(cause)) {
            return new GaveWayException(
                    Problem.of(ProblemCode.DATABASE_TIMEOUT, subject(), DriverMessage.of(cause)), cause);
        }
        if (SqlErrors.isTimeout(cause)) {
            return problem(ProblemCode.DATABASE_TIMEOUT, DriverMessage.of(cause), cause);
        }
        return problem(ProblemCode.DATABASE_FAILED, DriverMessage.of(cause), cause);
    }

    private ProblemsException lost(Phase phase, Exception cause) {
        return switch (phase) {
            case READING ->
                problem(ProblemCode.DATABASE_LOST, "the connection was lost: " + DriverMessage.of(cause), cause);
            case WRITING ->
                problem(
                        ProblemCode.DATABASE_LOST,
                        "the connection was lost, and nothing that was under way was committed: "
                                + DriverMessage.of(cause),
                        cause);
            case COMMITTING ->
                new ProblemsException(
                        new Problem(
                                ProblemCode.DATABASE_LOST,
                                subject(),
                                "the connection was lost during the commit, so it is unknown whether this run was"
                                        + " committed: " + DriverMessage.of(cause),
                                "run it again when the database is back; it finds out what was committed"),
                        cause);
        };
    }

    private String subject() {
        return product + " " + Credentials.withoutParameters(url);
    }

    /** A problem with a way out of its own. */
    ProblemsException problemWithFix(ProblemCode code, String message, String fix) {
        return new ProblemsException(new Problem(code, subject(), message, fix), null);
    }

    ProblemsException problem(ProblemCode code, String message, @Nullable Throwable cause) {
        return problem(code, subject(), message, cause);
    }

    private static ProblemsException problem(
            ProblemCode code, String subject, String message, @Nullable Throwable cause) {
        return new ProblemsException(Problem.of(code, subject, message), cause);
    }
}
