package dev.synchronizer.staging;

import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskDirection;
import java.util.Optional;

/**
 * A task as it stands at one server.
 *
 * @param task the task
 * @param delivery how far it has come
 * @param server the name of the server
 * @param answer what the server has answered last, or what kept it from answering
 */
public record StagedTask(StoredTask task, StoredDelivery delivery, String server, Optional<Answer> answer) {
    static StagedTask of(StoredTask task, StoredDelivery delivery) {
        return new StagedTask(
                task,
                delivery,
                TaskDirection.nameOf(delivery.channel()),
                Optional.ofNullable(delivery.outcome()).map(AnswerJson::read));
    }

    TaskResult result() {
        return new TaskResult(task.id(), server, delivery.state(), answer, answer.flatMap(Answer::message));
    }
}
