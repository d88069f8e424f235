package dev.synchronizer.staging.directory;

import dev.synchronizer.task.TaskKey;
import java.util.Optional;

/**
 * What an import is to do to one thing.
 *
 * @param path where its file stands, or would
 * @param key what it is; empty where nobody knows
 * @param action what is done to it
 * @param reason why, in a sentence that names the rule which decides
 */
public record PlannedChange(String path, Optional<TaskKey> key, ImportAction action, String reason) {
    /** Whether the store becomes another one by it. */
    public boolean isChange() {
        return action == ImportAction.CREATE || action == ImportAction.UPDATE || action == ImportAction.DELETE;
    }
}
