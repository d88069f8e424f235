package dev.synchronizer.staging;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;

/** Where secrets are found; what is found is neither kept nor said anywhere. */
public final class SecretReference {
    private static final String ENVIRONMENT = "env:";
    private static final String FILE = "file:";

    private SecretReference() {}

    /**
     * The secret that a reference leads to.
     *
     * @param reference {@code env:NAME} or {@code file:PATH}; of a file, a line end at its end is left out
     * @param server the server that it is for
     * @throws ProblemsException if nothing is found there
     */
    public static String read(String reference, String server) {
        return read(reference, server, System.getenv()::get);
    }

    static String read(String reference, String server, Function<String, String> environment) {
        String found = null;
        if (reference.startsWith(ENVIRONMENT)) {
            found = environment.apply(reference.substring(ENVIRONMENT.length()));
        } else if (reference.startsWith(FILE)) {
            found = file(reference, server);
        }
        if (found == null || found.isEmpty()) {
            throw missing(reference, server);
        }
        return found;
    }

    private static String file(String reference, String server) {
        try {
            String text = Files.readString(Path.of(reference.substring(FILE.length())));
            return text.replaceFirst("\\r?\\n$", "");
        } catch (IOException | InvalidPathException e) {
            throw missing(reference, server);
        }
    }

    private static ProblemsException missing(String reference, String server) {
        return new ProblemsException(
                Problem.of(
                        ProblemCode.SECRET_MISSING,
                        server,
                        "nothing is found at " + reference + ", which is the secret of " + server),
                null);
    }
}
