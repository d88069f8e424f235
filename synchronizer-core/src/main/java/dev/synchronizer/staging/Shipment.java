package dev.synchronizer.staging;

import dev.synchronizer.store.StoredTask;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.Payload;
import dev.synchronizer.task.TaskKey;
import java.util.List;

/**
 * What one server sends another one: a task, with all that earlier tasks of the same key would have told.
 *
 * @param task its number on the server that sends it
 * @param key what it is about
 * @param name the name of that for people
 * @param operation what was done to it last
 * @param payload what it was and is
 * @param actor who did it
 * @param passed the identities of the servers that it has passed, the one that sends it at last
 * @param changes the identities of all changes that it carries
 * @param policy what is done where the other server has changed the same
 */
public record Shipment(
        long task,
        TaskKey key,
        String name,
        String operation,
        Payload payload,
        String actor,
        List<String> passed,
        List<String> changes,
        ConflictPolicy policy) {
    public Shipment {
        passed = List.copyOf(passed);
        changes = List.copyOf(changes);
    }

    /**
     * One of a task, with what the task carries along.
     *
     * @param passed the servers that all of it has passed
     */
    static Shipment of(
            StoredTask task, Payload payload, List<String> passed, List<String> changes, ConflictPolicy policy) {
        return new Shipment(
                task.id(),
                TaskKey.parse(task.key()),
                task.name(),
                task.operation(),
                payload,
                task.actor(),
                passed,
                changes,
                policy);
    }

    /** The same, by another policy. */
    Shipment by(ConflictPolicy other) {
        return other == policy
                ? this
                : new Shipment(task, key, name, operation, payload, actor, passed, changes, other);
    }
}
