package dev.synchronizer.staging.directory;

import dev.synchronizer.saving.Told;
import dev.synchronizer.task.Places;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.util.Optional;

/** Things of a store as files. */
final class ThingFiles {
    private ThingFiles() {}

    /** What is in the recycle bin has no file, and neither have overrides that say nothing. */
    static Optional<ThingFile> of(Told told) {
        SubjectState state = told.change().after();
        if (state == null || isNothing(told.key(), state)) {
            return Optional.empty();
        }
        return Optional.of(new ThingFile(told.key(), told.about(), state));
    }

    static boolean isNothing(TaskKey key, SubjectState state) {
        return state.at(Places.DELETED).isPresent()
                || key.kind().equals(TaskKey.OVERRIDES) && state.places().isEmpty();
    }
}
