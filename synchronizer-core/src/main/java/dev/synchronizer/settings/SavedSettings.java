package dev.synchronizer.settings;

import dev.synchronizer.problem.Problems;
import java.util.List;

/**
 * What became of settings that were to be saved.
 *
 * @param changeNumber the number of the last change that was logged; 0 where all of it had been saved before
 * @param settings the settings, sorted by address
 * @param warnings what is worth a second look
 */
public record SavedSettings(long changeNumber, List<SavedSetting> settings, Problems warnings) implements Written {
    public SavedSettings {
        settings = List.copyOf(settings);
    }
}
