package dev.synchronizer.saving;

import dev.synchronizer.saving.Arrivals.Arrival;
import dev.synchronizer.saving.PendingTasks.Pending;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskDirection;
import dev.synchronizer.store.TaskWrites.Logged;
import dev.synchronizer.task.Channels;
import dev.synchronizer.task.ConnectorChannel;
import dev.synchronizer.task.Interest;
import dev.synchronizer.task.Payload;
import dev.synchronizer.task.PayloadJson;
import dev.synchronizer.task.ServerChannel;
import dev.synchronizer.task.Stamps;
import dev.synchronizer.task.TaskHandler;
import dev.synchronizer.task.TaskLoggingEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes the tasks of a save: one for all servers, and one for each connector. */
final class TaskMaking {
    private final Channels channels;
    private final String self;
    private final String group;
    private final Instant now;
    private final ContentReads content;
    private final List<TaskHandler> handlers;

    TaskMaking(
            Channels channels,
            String self,
            String group,
            Instant now,
            ContentReads content,
            List<TaskHandler> handlers) {
        this.channels = channels;
        this.self = self;
        this.group = group;
        this.now = now;
        this.content = content;
        this.handlers = handlers;
    }

    /** Those that handlers have not dropped. */
    List<Logged> tasks(Pending one, Stamps stamps) {
        List<Logged> tasks = new ArrayList<>();
        List<String> targets = targets(one);
        if (!targets.isEmpty()) {
            Told told = one.told();
            Payload payload = Payload.of(told.about(), told.revision(), told.change(), stamps);
            add(one, TaskDirection.STAGING, PayloadJson.write(payload), targets, tasks);
        }
        for (ConnectorChannel connector : channels.connectors()) {
            interest(connector, one).ifPresent(interest -> {
                String payload = ToldToSystems.json(one.told(), interest, content);
                add(one, TaskDirection.OUTGOING, payload, List.of(connector.name()), tasks);
            });
        }
        return tasks;
    }

    /** Those that are enabled, and that it has not come from, be it by way of others. */
    private List<String> targets(Pending one) {
        Arrival arrival = one.arrival();
        List<String> passed = arrival == null ? List.of() : arrival.passed();
        return channels.servers().stream()
                .filter(server -> server.enabled() && server.isTarget())
                .filter(server -> server.server() == null || !passed.contains(server.server()))
                .map(ServerChannel::name)
                .toList();
    }

    private static Optional<Interest> interest(ConnectorChannel connector, Pending one) {
        Arrival arrival = one.arrival();
        boolean echo = arrival != null && connector.name().equals(arrival.connector());
        if (!connector.enabled() || echo) {
            return Optional.empty();
        }
        Told told = one.told();
        return connector.interests().stream()
                .filter(interest -> interest.covers(
                        told.key().kind(), told.about().type(), told.operation().name()))
                .findFirst();
    }

    private void add(Pending one, TaskDirection direction, String payload, List<String> names, List<Logged> tasks) {
        TaskLoggingEvent event = new TaskLoggingEvent(task(one, direction, payload));
        handlers.forEach(handler -> handler.taskLogging(event));
        if (!event.isDropped()) {
            tasks.add(new Logged(
                    task(one, direction, event.payload()),
                    names.stream().map(direction::channel).toList()));
        }
    }

    private StoredTask task(Pending one, TaskDirection direction, String payload) {
        Told told = one.told();
        Arrival arrival = one.arrival();
        List<String> passed = new ArrayList<>(arrival == null ? List.of() : arrival.passed());
        passed.remove(self);
        passed.add(self);
        List<String> changes = new ArrayList<>(arrival == null ? List.of() : arrival.changes());
        if (changes.isEmpty()
                || arrival != null && arrival.isAltered(told.change().after())) {
            // Who has got the change by another way has not got what was made of it here.
            changes.add(UUID.randomUUID().toString());
        }
        return new StoredTask(
                0,
                direction,
                told.key().toString(),
                told.key().kind(),
                told.about().type(),
                told.name(),
                told.operation().name(),
                told.creates(),
                payload,
                told.needs(),
                one.actor(),
                one.origin().name(),
                passed,
                changes,
                group,
                null,
                now);
    }

    /** What channels go to. */
    static List<String> names(List<String> channels) {
        return channels.stream().map(TaskDirection::nameOf).toList();
    }
}
