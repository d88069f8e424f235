package dev.synchronizer.settings;

import org.jspecify.annotations.Nullable;

/**
 * A property that an administrator makes or changes.
 *
 * @param name its name
 * @param dataType its data type as in {@code LIST<STRING>} or {@code BLOCK<Teaser>}, or null to leave it as it is
 * @param settings what is said of it; what is not named stays as it is
 */
public record PropertyDefinition(String name, @Nullable String dataType, NewSettings settings) {
    PropertyDefinition withSettings(NewSettings others) {
        return new PropertyDefinition(name, dataType, others);
    }
}
