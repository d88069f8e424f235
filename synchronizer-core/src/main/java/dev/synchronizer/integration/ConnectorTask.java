package dev.synchronizer.integration;

import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskDirection;
import java.util.List;
import java.util.Optional;

/**
 * A task as it stands at its connector, and what became of it when it was last run.
 *
 * @param task the task
 * @param delivery how far it has come
 * @param outcome what its connector said last; empty where it was not asked yet, or waits for something
 * @param messages what stands in the way; none where nothing does
 * @param missing the foreign id of the item that it waits for
 */
public record ConnectorTask(
        StoredTask task,
        StoredDelivery delivery,
        Optional<Outcome> outcome,
        List<String> messages,
        Optional<String> missing) {
    public ConnectorTask {
        messages = List.copyOf(messages);
    }

    static ConnectorTask of(StoredTask task, StoredDelivery delivery) {
        Optional<TaskAnswer> answer = TaskAnswer.read(delivery.outcome());
        Optional<Outcome> done =
                delivery.state() == DeliveryState.DONE ? Optional.of(Outcome.OK) : Optional.<Outcome>empty();
        return new ConnectorTask(
                task,
                delivery,
                answer.flatMap(TaskAnswer::outcome).or(() -> done),
                answer.map(TaskAnswer::messages).orElse(List.of()),
                answer.flatMap(TaskAnswer::missing));
    }

    /** Its number. */
    public long id() {
        return task.id();
    }

    /** The name of its connector. */
    public String connector() {
        return TaskDirection.nameOf(delivery.channel());
    }

    public TaskDirection direction() {
        return task.direction();
    }

    public DeliveryState state() {
        return delivery.state();
    }

    /** Whether nothing is left to be done about it. */
    public boolean isDone() {
        return state() == DeliveryState.DONE || state() == DeliveryState.SUPERSEDED || state() == DeliveryState.DROPPED;
    }
}
