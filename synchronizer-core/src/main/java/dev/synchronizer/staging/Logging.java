package dev.synchronizer.staging;

import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskWrites;
import dev.synchronizer.store.TaskWrites.Logged;
import dev.synchronizer.task.TaskHandler;
import dev.synchronizer.task.TaskLoggingEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Logs tasks that no save brings about, in the unit of work in which their thing is locked. */
final class Logging {
    private final List<TaskHandler> handlers;
    private final Clock clock;

    Logging(List<TaskHandler> handlers, Clock clock) {
        this.handlers = List.copyOf(handlers);
        this.clock = clock;
    }

    /** One that tells of the same thing as another one. */
    StoredTask anew(StoredTask former, String payload, String self) {
        return new StoredTask(
                0,
                former.direction(),
                former.key(),
                former.kind(),
                former.type(),
                former.name(),
                "TELL",
                former.creates(),
                payload,
                former.needs(),
                former.actor(),
                SaveOrigin.STAGING.name(),
                List.of(self),
                List.of(UUID.randomUUID().toString()),
                null,
                null,
                now());
    }

    /** The number that it is given; empty where handlers have dropped it. */
    Optional<Long> log(TaskWrites tasks, StoredTask task, List<String> channels) {
        TaskLoggingEvent event = new TaskLoggingEvent(task);
        handlers.forEach(handler -> handler.taskLogging(event));
        return event.isDropped()
                ? Optional.empty()
                : Optional.of(tasks.log(List.of(new Logged(task.withPayload(event.payload()), channels)))
                        .get(0));
    }

    /** The present moment, as precisely as it is stored. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
