package dev.synchronizer.staging;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.task.ServerChannel;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a server is not to be called, nor where it can be. */
final class ServerChecks {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern PLACE = Pattern.compile("(?:https?://|jdbc:|dir:|local:).+");
    private static final Pattern CREDENTIALS =
            Pattern.compile("(?i)[?&;][a-z_]*(?:password|pwd|secret|token)=|//[^/?:@]*:(?!\\d+(?:[/,?]|$))[^?]*@");
    private static final Pattern SECRET = Pattern.compile("(?:env|file):.+");

    private ServerChecks() {}

    static void check(ServerChannel server) {
        if (!NAME.matcher(server.name()).matches()) {
            throw wrong(
                    server.name(),
                    "a server cannot be called so",
                    "use letters, digits, dots, underscores and hyphens, 100 at most");
        }
        String url = server.url();
        if (url == null && !server.accepted() && server.server() == null) {
            throw wrong(
                    server.name(),
                    "it neither takes in changes nor sends any",
                    "name its place, or accept what it sends");
        }
        if (url != null && !PLACE.matcher(url).matches()) {
            throw wrong(server.name(), "its place is none", "write http(s)://…, jdbc:… or dir:PATH");
        }
        if (url != null && CREDENTIALS.matcher(url).find()) {
            throw wrong(
                    server.name(),
                    "its place holds a password",
                    "take that out, and say where it is found, by env:NAME of an environment variable or file:PATH");
        }
        checkSecret(server);
    }

    private static void checkSecret(ServerChannel server) {
        String secret = server.secret();
        if (secret != null && !SECRET.matcher(secret).matches()) {
            throw wrong(
                    server.name(),
                    "a secret is not kept itself, but where it is found",
                    "write env:NAME of an environment variable, or file:PATH");
        }
        boolean needed = isHttp(server.url()) || server.accepted() && server.url() == null;
        if (needed && secret == null) {
            throw wrong(
                    server.name(),
                    "it shares no secret with this server",
                    "say where it is found, by env:NAME of an environment variable or file:PATH");
        }
    }

    static boolean isHttp(@Nullable String url) {
        return url != null && url.startsWith("http");
    }

    private static ProblemsException wrong(String name, String message, String fix) {
        return new ProblemsException(new Problem(ProblemCode.WRONG_SERVER, name, message, fix), null);
    }
}
