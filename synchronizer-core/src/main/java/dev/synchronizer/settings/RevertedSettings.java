package dev.synchronizer.settings;

import dev.synchronizer.problem.Problems;
import java.util.List;

/**
 * Overrides that were or would be taken back.
 *
 * @param changeNumber the number of the last change that was logged; 0 where nothing was written
 * @param overrides the overrides as they stood before, sorted by address; what is effective since is their default
 * @param warnings what is worth a second look
 */
public record RevertedSettings(long changeNumber, List<StandingOverride> overrides, Problems warnings)
        implements Written {
    public RevertedSettings {
        overrides = List.copyOf(overrides);
    }
}
