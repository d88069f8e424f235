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

    /** One that nobody has said anything of. */
    public static ConnectorChannel of(String name, List<Interest> interests) {
        return new ConnectorChannel(name, true, false, interests, FailurePolicy.PARK, RetryPolicy.STANDARD);
    }

    public ConnectorChannel withEnabled(boolean other) {
        return new ConnectorChannel(name, other, held, interests, failures, retries);
    }

    public ConnectorChannel withHeld(boolean other) {
        return new ConnectorChannel(name, enabled, other, interests, failures, retries);
    }

    public ConnectorChannel withInterests(List<Interest> others) {
        return new ConnectorChannel(name, enabled, held, others, failures, retries);
    }

    public ConnectorChannel with(FailurePolicy other) {
        return new ConnectorChannel(name, enabled, held, interests, other, retries);
    }

    public ConnectorChannel with(RetryPolicy other) {
        return new ConnectorChannel(name, enabled, held, interests, failures, other);
    }
}
