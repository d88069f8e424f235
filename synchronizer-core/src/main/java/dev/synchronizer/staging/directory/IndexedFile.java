package dev.synchronizer.staging.directory;

import dev.synchronizer.task.TaskKey;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a file that was read.
 *
 * @param digest what tells the state that it holds from others
 * @param above the item that the item stands below, or null
 */
record IndexedFile(
        String path,
        TaskKey key,
        String type,
        String digest,
        @Nullable UUID above) {
    static IndexedFile of(String path, ThingFile file) {
        return new IndexedFile(
                path,
                file.key(),
                file.about().type(),
                file.state().digest(),
                file.parent().orElse(null));
    }

    Optional<UUID> item() {
        return ThingPaths.item(path);
    }
}
