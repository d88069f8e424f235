package dev.synchronizer.task;

import dev.synchronizer.store.StoredTask;
import java.util.List;

/**
 * A task that was logged.
 *
 * @param task the task
 * @param channels where it goes: the names of servers, or of the connector
 */
public record TaskLoggedEvent(StoredTask task, List<String> channels) {
    public TaskLoggedEvent {
        channels = List.copyOf(channels);
    }
}
