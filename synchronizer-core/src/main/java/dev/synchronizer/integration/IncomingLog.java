package dev.synchronizer.integration;

import dev.synchronizer.problem.SafeWords;
import dev.synchronizer.saving.Leaving;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskDirection;
import dev.synchronizer.store.TaskQueue;
import dev.synchronizer.task.TaskHandler;
import dev.synchronizer.task.TaskLoggedEvent;
import dev.synchronizer.task.TaskLoggingEvent;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Keeps what other systems send, once each. */
final class IncomingLog {
    /** What kind of thing it is about is known to the connector alone. */
    private static final String KIND = "FOREIGN";

    private static final String KEY = "incoming:";

    private final TaskQueue queue;
    private final List<TaskHandler> handlers;
    private final Leaving leaving;
    private final Consumer<String> sooner;
    private final Supplier<Instant> now;

    /** @param sooner has the tasks of a channel seen to */
    IncomingLog(
            TaskQueue queue,
            List<TaskHandler> handlers,
            Leaving leaving,
            Consumer<String> sooner,
            Supplier<Instant> now) {
        this.queue = queue;
        this.handlers = handlers;
        this.leaving = leaving;
        this.sooner = sooner;
        this.now = now;
    }

    /** What a task is about, in words of the other system. */
    static String foreignKey(StoredTask task) {
        return task.key().substring(KEY.length());
    }

    /** Handlers are asked about what is new alone; what they drop counts as received. */
    boolean receive(String connector, IncomingTask incoming) {
        if (queue.hasReceived(connector, incoming.id())) {
            return false;
        }
        TaskLoggingEvent event = new TaskLoggingEvent(task(connector, incoming, incoming.payload()));
        handlers.forEach(handler -> ask(handler, event));
        StoredTask task = task(connector, incoming, event.payload());
        OptionalLong number = queue.receive(connector, task, !event.isDropped());
        if (number.isPresent() && !event.isDropped()) {
            TaskLoggedEvent logged = new TaskLoggedEvent(task.withId(number.getAsLong()), List.of(connector), sooner);
            handlers.forEach(handler -> leaving.told(handler, logged));
        }
        return number.isPresent();
    }

    /** Whoever receives takes an illegal argument for a task that can never be kept, and that is not for a handler to say so. */
    private static void ask(TaskHandler handler, TaskLoggingEvent event) {
        try {
            handler.taskLogging(event);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the handler " + handler.name() + " has failed: " + SafeWords.of(e), e);
        }
    }

    private StoredTask task(String connector, IncomingTask incoming, String payload) {
        return new StoredTask(
                0,
                TaskDirection.INCOMING,
                KEY + incoming.key(),
                KIND,
                null,
                incoming.key(),
                incoming.operation(),
                false,
                payload,
                List.of(),
                connector,
                SaveOrigin.CONNECTOR.name(),
                List.of(),
                List.of(),
                null,
                incoming.id(),
                now.get());
    }
}
