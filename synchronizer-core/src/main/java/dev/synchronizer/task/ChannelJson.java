package dev.synchronizer.task;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.store.StoredChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Servers and connectors as rows. */
public final class ChannelJson {
    private ChannelJson() {}

    public static StoredChannel row(ServerChannel server, Instant at, String by) {
        String definition = JsonOut.compact(out -> out.object(() -> {
            text("url", server.url(), out);
            text("user", server.user(), out);
            text("secret", server.secret(), out);
            out.flag("accepted", server.accepted());
            text("server", server.server(), out);
            out.text("conflicts", server.conflicts().name());
            ConflictPolicy most = server.most();
            text("most", most == null ? null : most.name(), out);
            policies(server.failures(), server.retries(), out);
        }));
        return new StoredChannel(
                StoredChannel.Kind.SERVER, server.name(), server.enabled(), server.held(), definition, at, by);
    }

    public static StoredChannel row(ConnectorChannel connector, Instant at, String by) {
        String definition = JsonOut.compact(out -> out.object(() -> {
            out.array("interests", connector.interests(), interest -> interest.writeTo(out));
            policies(connector.failures(), connector.retries(), out);
        }));
        return new StoredChannel(
                StoredChannel.Kind.CONNECTOR,
                connector.name(),
                connector.enabled(),
                connector.held(),
                definition,
                at,
                by);
    }

    private static void policies(FailurePolicy failures, RetryPolicy retries, JsonOut out) {
        out.text("failures", failures.name());
        out.number("firstRetryMillis", retries.first().toMillis());
        out.number("longestRetryMillis", retries.longest().toMillis());
        out.number("attempts", retries.attempts());
    }

    private static void text(String name, @Nullable String text, JsonOut out) {
        if (text != null) {
            out.text(name, text);
        }
    }

    static ServerChannel server(StoredChannel row) {
        Read read = Read.of(row.definition());
        return new ServerChannel(
                row.name(),
                row.enabled(),
                row.held(),
                read.texts.get("url"),
                read.texts.get("user"),
                read.texts.get("secret"),
                read.accepted,
                read.texts.get("server"),
                ConflictPolicy.valueOf(read.texts.getOrDefault("conflicts", "HOLD")),
                read.failures(),
                read.retries(),
                read.most());
    }

    static ConnectorChannel connector(StoredChannel row) {
        Read read = Read.of(row.definition());
        return new ConnectorChannel(
                row.name(), row.enabled(), row.held(), read.interests, read.failures(), read.retries());
    }

    private static final class Read {
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, Long> numbers = new HashMap<>();
        private final List<Interest> interests = new ArrayList<>();
        private boolean accepted;

        static Read of(String json) {
            Read read = new Read();
            JsonIn.read(json, in -> {
                in.object(name -> read.member(name, in));
                return read;
            });
            return read;
        }

        private void member(String name, JsonIn in) {
            switch (in.peek()) {
                case TEXT -> texts.put(name, in.text());
                case NUMBER -> numbers.put(name, in.number());
                case FLAG -> accepted = in.flag();
                case ARRAY -> interests.addAll(in.array(() -> Interest.read(in)));
                default -> in.skip();
            }
        }

        FailurePolicy failures() {
            return FailurePolicy.valueOf(texts.getOrDefault("failures", "PARK"));
        }

        @Nullable
        ConflictPolicy most() {
            String name = texts.get("most");
            return name == null ? null : ConflictPolicy.valueOf(name);
        }

        RetryPolicy retries() {
            RetryPolicy standard = RetryPolicy.STANDARD;
            return new RetryPolicy(
                    Duration.ofMillis(numbers.getOrDefault(
                            "firstRetryMillis", standard.first().toMillis())),
                    Duration.ofMillis(numbers.getOrDefault(
                            "longestRetryMillis", standard.longest().toMillis())),
                    numbers.getOrDefault("attempts", (long) standard.attempts()).intValue());
        }
    }
}
