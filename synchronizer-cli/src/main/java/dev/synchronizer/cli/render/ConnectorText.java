package dev.synchronizer.cli.render;

import dev.synchronizer.integration.ConnectorTask;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.TaskDirection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The phrases and members that answers about tasks of connectors have in common. */
final class ConnectorText {
    private ConnectorText() {}

    static String way(ConnectorTask task) {
        return task.direction() == TaskDirection.INCOMING ? "in" : "out";
    }

    /** Such as {@code UPDATE of Article "Two"}; of what comes in, nothing is known but what the other system calls it. */
    static String deed(ConnectorTask task) {
        return task.direction() == TaskDirection.INCOMING
                ? PlainText.of(task.task().operation() + " of " + task.task().name())
                : StagingText.deed(task.task());
    }

    static String why(ConnectorTask task) {
        return PlainText.of(String.join(" ", task.messages()).strip().replaceAll("\\s+", " "));
    }

    static void members(ConnectorTask task, JsonOut out) {
        StoredDelivery delivery = task.delivery();
        out.text("connector", task.connector());
        out.text("direction", task.direction().name());
        out.text("state", task.state().name());
        out.number("attempts", delivery.attempts());
        out.text("due", text(delivery.dueAt()));
        out.text("endedAt", text(delivery.endedAt()));
        out.number("firstTask", delivery.firstTask());
        out.text("outcome", task.outcome().map(Enum::name).orElse(null));
        out.texts("messages", task.messages());
        out.text("missing", task.missing().orElse(null));
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
