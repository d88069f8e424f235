package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.RetryPolicy;
import dev.synchronizer.task.ServerChannel;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Servers in words, and in JSON; of a secret, only where it is found. */
final class ServerText {
    private ServerText() {}

    static void write(ServerChannel server, StringBuilder text) {
        text.append(PlainText.of(server.name())).append('\n');
        line("state", state(server), text);
        line("place", server.place().orElse("none; it is told nothing"), text);
        line("user", server.user(), text);
        line("secret", server.secret(), text);
        line("taken in", taken(server), text);
        line("conflicts", lower(server.conflicts()), text);
        line("failures", lower(server.failures()), text);
        line("retries", retries(server), text);
        line("identity", server.server(), text);
    }

    private static String taken(ServerChannel server) {
        if (!server.accepted()) {
            return server.url() == null ? "what it writes to this database" : "nothing";
        }
        ConflictPolicy most = server.most();
        return "what it tells" + (most == null ? "" : ", deciding by " + lower(most) + " at most");
    }

    private static String retries(ServerChannel server) {
        return "%d attempts, %s after the first, %s at the most"
                .formatted(
                        server.retries().attempts(),
                        span(server.retries().first()),
                        span(server.retries().longest()));
    }

    private static String span(Duration span) {
        return span.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    static String state(ServerChannel server) {
        return (server.enabled() ? "enabled" : "disabled") + (server.held() ? ", held" : "");
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void line(String title, @Nullable String value, StringBuilder text) {
        if (value != null) {
            text.append("  ")
                    .append(title)
                    .append(" ".repeat(11 - title.length()))
                    .append(PlainText.of(value))
                    .append('\n');
        }
    }

    static void json(String name, @Nullable ServerChannel server, JsonOut out) {
        out.name(name);
        if (server == null) {
            out.nothing();
        } else {
            out.object(() -> members(server, out));
        }
    }

    static void retries(RetryPolicy retries, JsonOut out) {
        out.number("attempts", retries.attempts());
        out.number("retryFirstMillis", retries.first().toMillis());
        out.number("retryLongestMillis", retries.longest().toMillis());
    }

    static void members(ServerChannel server, JsonOut out) {
        out.text("name", server.name());
        out.flag("enabled", server.enabled());
        out.flag("held", server.held());
        out.text("place", server.url());
        out.text("user", server.user());
        out.text("secret", server.secret());
        out.flag("accepted", server.accepted());
        ConflictPolicy most = server.most();
        out.text("atMost", most == null ? null : lower(most));
        out.text("identity", server.server());
        out.text("onConflict", lower(server.conflicts()));
        out.text("onFailure", lower(server.failures()));
        retries(server.retries(), out);
    }
}
