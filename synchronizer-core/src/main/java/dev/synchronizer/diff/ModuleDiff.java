package dev.synchronizer.diff;

import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.StoredModule;
import org.jspecify.annotations.Nullable;

/**
 * How a module compares.
 *
 * @param name its name
 * @param state how its version compares
 * @param code the module as scanned, or null where it was not
 * @param stored the module as last committed, or null where it never was
 */
public record ModuleDiff(
        String name,
        ModuleState state,
        @Nullable ModuleModel code,
        @Nullable StoredModule stored) {

    /** The version as scanned, or null where it has none or was not scanned. */
    public @Nullable String version() {
        return code == null ? null : code.version();
    }

    /** The version that last committed, or null where it had none or never did. */
    public @Nullable String storedVersion() {
        return stored == null ? null : stored.version();
    }
}
