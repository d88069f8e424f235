package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.task.TaskKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The phrases and members that answers about tasks have in common. */
final class StagingText {
    private StagingText() {}

    /** Such as {@code UPDATE of Article "Two"}; what is no item is called by its kind, as {@code UPDATE of rule "two"}. */
    static String deed(StoredTask task) {
        boolean isItem = task.kind().equals(TaskKey.ITEM) && task.type() != null;
        String what =
                PlainText.of(isItem ? String.valueOf(task.type()) : task.kind().toLowerCase(Locale.ROOT));
        return task.operation() + " of " + what + " \"" + Words.value(task.name()) + "\"";
    }

    static String why(StagedTask task) {
        return task.delivery().endedAt() != null
                ? ""
                : task.answer()
                        .flatMap(answer -> answer.message())
                        .map(Words::value)
                        .orElse("");
    }

    /** When somebody may look at it; empty where nobody is to before somebody decides. */
    static String due(StoredDelivery delivery) {
        Instant due = delivery.dueAt();
        return due == null ? "" : due.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static void task(StoredTask task, JsonOut out) {
        out.number("task", task.id());
        out.text("key", task.key());
        out.text("kind", task.kind());
        out.text("type", task.type());
        out.text("name", task.name());
        out.text("operation", task.operation());
        out.text("actor", task.actor());
        out.text("origin", task.origin());
        out.text("group", task.group());
        out.text("loggedAt", task.loggedAt().toString());
    }

    static void delivery(StagedTask task, JsonOut out) {
        StoredDelivery delivery = task.delivery();
        out.text("server", task.server());
        out.text("state", delivery.state().name());
        out.number("attempts", delivery.attempts());
        out.text("due", text(delivery.dueAt()));
        out.text("endedAt", text(delivery.endedAt()));
        out.number("firstTask", delivery.firstTask());
        out.text("outcome", task.answer().map(answer -> answer.outcome().name()).orElse(null));
        out.texts("messages", task.answer().map(answer -> answer.messages()).orElse(List.of()));
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
