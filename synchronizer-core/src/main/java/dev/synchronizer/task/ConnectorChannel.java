package dev.synchronizer.task;

import java.util.List;

/**
 * A connector to another system.
 *
 * @param name its name
 * @param enabled whether changes are logged for it
 * @param held whether nothing is given to it until somebody says so
 * @param interests of which saves it is told
 * @param failures what becomes of later tasks where one has failed for good
 * @param retries when what failed is tried again
 */
public record ConnectorChannel(
        String name,
        boolean enabled,
        boolean held,
        List<Interest> interests,
        FailurePolicy failures,
        RetryPolicy retries) {
    public ConnectorChannel {
        interests = List.copyOf(interests);
    }
}
