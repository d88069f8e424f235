package dev.synchronizer.staging;

import dev.synchronizer.store.DeliveryState;
import java.util.Optional;

/**
 * What became of a task at a server when it was run.
 *
 * @param task the number of the task
 * @param server the name of the server
 * @param state how far it has come by now
 * @param answer what the server has answered; empty where it was not asked, or did not answer
 * @param message what stands in the way; empty where nothing does
 */
public record TaskResult(
        long task, String server, DeliveryState state, Optional<Answer> answer, Optional<String> message) {
    /** Whether nothing is left to be done about it. */
    public boolean isDone() {
        return state == DeliveryState.DONE || state == DeliveryState.SUPERSEDED || state == DeliveryState.DROPPED;
    }
}
