package dev.synchronizer.cli.render;

import dev.synchronizer.integration.ConnectorTask;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;

/** One task of a connector. */
public final class ConnectorTaskReport implements Answer {
    private static final String FORMAT = "synchronizer-integration-task/1";

    private final ConnectorTask task;

    public ConnectorTaskReport(ConnectorTask task) {
        this.task = task;
    }

    @Override
    public String text(Style style) {
        StoredTask stored = task.task();
        StoredDelivery delivery = task.delivery();
        StringBuilder text = new StringBuilder();
        text.append(style.bold("task " + task.id() + ": " + ConnectorText.deed(task)))
                .append('\n')
                .append("about %s, %s %s\n"
                        .formatted(
                                PlainText.of(stored.key()),
                                ConnectorText.way(task).equals("in") ? "from" : "to",
                                PlainText.of(task.connector())))
                .append("logged at %s for %s\n".formatted(stored.loggedAt(), PlainText.of(stored.actor())))
                .append("tells ")
                .append(PlainText.of(stored.payload()))
                .append("\n\n")
                .append(style.bold(task.state().name()));
        text.append(delivery.attempts() == 0 ? "" : ", tried " + times(delivery.attempts()));
        text.append(delivery.dueAt() == null ? "" : ", due at " + StagingText.due(delivery));
        text.append(delivery.endedAt() == null ? "" : ", ended at " + delivery.endedAt());
        text.append('\n');
        task.messages().forEach(message -> text.append(PlainText.of(message)).append('\n'));
        return text.append(wayOut()).toString();
    }

    private static String times(int attempts) {
        return attempts == 1 ? "once" : attempts + " times";
    }

    private String wayOut() {
        return switch (task.state()) {
            case BLOCKED ->
                task.missing()
                        .map(id -> "It goes on once an item is known by the id %s.\n".formatted(PlainText.of(id)))
                        .orElse("");
            case DEAD ->
                "Have it tried anew by integration retry %d, or not done by integration drop %d.\n"
                        .formatted(task.id(), task.id());
            case PENDING, RUNNING, DONE, RETRY, CONFLICT, SUPERSEDED, DROPPED -> "";
        };
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            StagingText.task(task.task(), out);
            ConnectorText.members(task, out);
            out.texts("needs", task.task().needs());
            out.text("payload", task.task().payload());
        }));
    }
}
