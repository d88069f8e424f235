package dev.synchronizer.staging;

import dev.synchronizer.store.DeliveryState;
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
        return new StagedTask(task, delivery, TaskDirection.nameOf(delivery.channel()), answer(delivery));
    }

    /** What was simply done is kept without words. */
    private static Optional<Answer> answer(StoredDelivery delivery) {
        String said = delivery.outcome();
        if (said != null) {
            return Optional.of(AnswerJson.read(said));
        }
        return delivery.state() == DeliveryState.DONE
                ? Optional.of(Answer.of(Answer.Outcome.APPLIED))
                : Optional.empty();
    }

    TaskResult result() {
        return new TaskResult(task.id(), server, delivery.state(), answer, answer.flatMap(Answer::message));
    }
}
