package dev.synchronizer.settings;

import java.util.List;

/**
 * What was deleted.
 *
 * @param changeNumber the number of the last change that was logged
 * @param parts the property, or the type and its properties, as they were
 * @param overrides the overrides that went with them
 */
public record Undefined(long changeNumber, List<DeletedPart> parts, List<StandingOverride> overrides)
        implements Written {
    public Undefined {
        parts = List.copyOf(parts);
        overrides = List.copyOf(overrides);
    }
}
