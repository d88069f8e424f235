package dev.synchronizer.staging.directory;

import dev.synchronizer.task.TaskKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change as it is carried out.
 *
 * @param change what is to be done
 * @param key what it is done to
 * @param type the name of the type that the thing is of
 * @param file what tells the state in the file from others; null where there is none
 * @param store what tells the state in the store from others; null where there is none
 * @param with the item with which an item comes into the recycle bin; null for all else
 */
record ImportStep(
        PlannedChange change,
        TaskKey key,
        String type,
        @Nullable String file,
        @Nullable String store,
        @Nullable UUID with) {
    ImportStep deletedWith(UUID item) {
        return new ImportStep(change, key, type, file, store, item);
    }

    boolean isItem() {
        return key.kind().equals(TaskKey.ITEM);
    }

    boolean isDeletion() {
        return change.action() == ImportAction.DELETE;
    }
}
