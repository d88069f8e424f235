package dev.synchronizer.settings;

import java.util.List;

/**
 * Overrides that were or would be taken back.
 *
 * @param changeNumber the number of the last change that was logged; 0 where nothing was written
 * @param overrides the overrides as they stood before, sorted by address; what is effective since is their default
 */
public record RevertedSettings(long changeNumber, List<StandingOverride> overrides) implements Written {
    public RevertedSettings {
        overrides = List.copyOf(overrides);
    }
}
