package dev.synchronizer.integration;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.SafeWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was last said of a task.
 *
 * @param outcome empty where something is waited for
 * @param messages what is wrong, in sentences
 * @param missing the foreign id that is waited for
 * @param pause how long the other system wants to be left alone; not kept
 * @param unreachable whether the other system was not there at all; not kept
 */
record TaskAnswer(
        Optional<Outcome> outcome,
        List<String> messages,
        Optional<String> missing,
        Duration pause,
        boolean unreachable) {
    private static final int LONGEST = 4_000;

    TaskAnswer {
        messages = messages.stream().map(TaskAnswer::shortened).toList();
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
    }

    static TaskAnswer of(Outcome outcome) {
        return new TaskAnswer(Optional.of(outcome), List.of(), Optional.empty(), Duration.ZERO, false);
    }

    static TaskAnswer of(Outcome outcome, List<String> messages) {
        return new TaskAnswer(Optional.of(outcome), messages, Optional.empty(), Duration.ZERO, false);
    }

    /** What a connector, or whoever was called by it, has thrown. */
    static TaskAnswer thrown(Throwable e) {
        if (e instanceof ConnectorException said) {
            return new TaskAnswer(
                    Optional.of(said.outcome()),
                    List.of(SafeWords.of(e)),
                    Optional.empty(),
                    said.retryAfter().orElse(Duration.ZERO),
                    said.isUnreachable());
        }
        return of(Outcome.ERROR, List.of(SafeWords.of(e)));
    }

    static TaskAnswer missing(UnknownForeignIdException e) {
        return new TaskAnswer(
                Optional.empty(), List.of(SafeWords.of(e)), Optional.of(e.foreignId()), Duration.ZERO, false);
    }

    /** How long the other system is to be left alone at least; empty where it was reached. */
    Optional<Duration> rest() {
        return unreachable ? Optional.of(pause) : Optional.empty();
    }

    String json() {
        return JsonOut.compact(out -> out.object(() -> {
            outcome.ifPresent(one -> out.text("outcome", one.name()));
            out.texts("messages", messages);
            missing.ifPresent(one -> out.text("missing", one));
        }));
    }

    static Optional<TaskAnswer> read(@Nullable String json) {
        return json == null ? Optional.empty() : Optional.of(JsonIn.read(json, TaskAnswer::read));
    }

    private static TaskAnswer read(JsonIn in) {
        List<Outcome> outcome = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        in.object(name -> {
            switch (name) {
                case "outcome" -> outcome.add(Outcome.valueOf(in.text()));
                case "messages" -> messages.addAll(in.texts());
                case "missing" -> missing.add(in.text());
                default -> in.skip();
            }
        });
        return new TaskAnswer(
                outcome.stream().findFirst(), messages, missing.stream().findFirst(), Duration.ZERO, false);
    }
}
