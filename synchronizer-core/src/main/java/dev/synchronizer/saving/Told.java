package dev.synchronizer.saving;

import dev.synchronizer.task.Payload.About;
import dev.synchronizer.task.StateChange;
import dev.synchronizer.task.TaskKey;
import java.util.List;

/**
 * What other servers and systems are told of a save.
 *
 * @param key what it is about
 * @param name its name for people
 * @param operation what is done to it
 * @param about the type that it is of
 * @param change all that it was and is
 * @param revision the revision that it has since; 0 for what has none
 * @param needs the keys of what has to be there before
 */
public record Told(
        TaskKey key,
        String name,
        SaveOperation operation,
        About about,
        StateChange change,
        long revision,
        List<String> needs) {
    public Told {
        needs = List.copyOf(needs);
    }

    /** Whether others may need what it makes. */
    boolean creates() {
        return change.before() == null || operation == SaveOperation.RESTORE;
    }
}
