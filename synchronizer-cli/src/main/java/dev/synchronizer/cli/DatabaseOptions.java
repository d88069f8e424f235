package dev.synchronizer.cli;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.model.Actor;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where types are kept, and who asks. */
final class DatabaseOptions {
    /** Not a port, and yet something between the first colon and an at sign. */
    private static final Pattern BEFORE_THE_HOST = Pattern.compile("^jdbc:[a-z0-9:]+//[^/?:]*:(?!\\d+([/,?]|$))[^?]*@");

    private static final String EMBEDDED = "jdbc:h2:file:./.synchronizer/synchronizer";

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = EMBEDDED,
            description = "JDBC URL of an H2, PostgreSQL or MariaDB database; an embedded H2 under ./.synchronizer if "
                    + "left out.")
    private String url = EMBEDDED;

    @Option(
            names = "--user",
            paramLabel = "USER",
            description = "The database's user. The password comes from SYNCHRONIZER_PASSWORD, from the configuration, "
                    + "or is asked for.")
    private @Nullable String user;

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            description = "Who runs it, for the record; the operating system's user if left out.")
    private @Nullable String actor;

    /** Drivers take what stands before the host for a part of its name, and show it in their errors. */
    private void refuseCredentialsBeforeTheHost() {
        if (BEFORE_THE_HOST.matcher(url).find()) {
            throw new ProblemsException(
                    new Problem(
                            ProblemCode.WRONG_USAGE,
                            "--url",
                            "user and password cannot stand before the host",
                            "name the user by --user, and give the password by SYNCHRONIZER_PASSWORD"),
                    null);
        }
    }

    /** Who does it. */
    String actor() {
        return actor == null ? Actor.ofProcess() : actor;
    }

    void name(SynchronizerBuilder builder) {
        if (actor != null) {
            builder.actor(actor);
        }
    }

    /** Connections that are not used to write; none where there is no database that could be read. */
    Optional<Pool> forReading(Context context) {
        Optional<H2File> file = H2File.of(url);
        if (file.isEmpty()) {
            return Optional.of(connect(url, context));
        }
        return file.filter(H2File::mayExist).map(existing -> connect(existing, context));
    }

    /** Whether writing would make the database's very file. */
    boolean isYetToBeMade() {
        return H2File.of(url).filter(file -> !file.mayExist()).isPresent();
    }

    /** What to say to whoever wants something that is stored where no database is. */
    ProblemsException missing() {
        return new ProblemsException(Problem.of(ProblemCode.NO_STORE, url, "there is no such database yet"), null);
    }

    Pool forWriting(Context context) {
        return connect(H2File.of(url).map(H2File::writableUrl).orElse(url), context);
    }

    private Pool connect(H2File file, Context context) {
        String password = password(context);
        return new Pool(
                url, Drivers.of(file.readOnlyUrl(), user, password), Drivers.of(file.writableUrl(), user, password));
    }

    private Pool connect(String target, Context context) {
        refuseCredentialsBeforeTheHost();
        return new Pool(url, Drivers.of(target, user, password(context)));
    }

    private @Nullable String password(Context context) {
        String configured = context.configuration().value(Configuration.PASSWORD);
        if (configured != null
                || user == null
                || !context.surroundings().terminal().asks()) {
            return configured;
        }
        if (url.toLowerCase(Locale.ROOT).contains("password=")) {
            return null;
        }
        char[] answer = Objects.requireNonNull(System.console()).readPassword("Password of %s: ", user);
        return answer == null ? null : new String(answer);
    }
}
