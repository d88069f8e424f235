package dev.synchronizer.diff;

import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.TypeModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a module compares.
 *
 * @param name its name
 * @param state how its version compares
 * @param code the module as scanned, or null where it was not
 * @param stored the module as last committed, or null where it never was
 * @param unscanned its types in packages to which the scan was not extended, as last committed
 */
public record ModuleDiff(
        String name,
        ModuleState state,
        @Nullable ModuleModel code,
        @Nullable StoredModule stored,
        List<TypeModel> unscanned) {
    public ModuleDiff {
        unscanned = List.copyOf(unscanned);
    }

    ModuleDiff(String name, ModuleState state, @Nullable ModuleModel code, @Nullable StoredModule stored) {
        this(name, state, code, stored, List.of());
    }

    ModuleDiff withUnscanned(List<TypeModel> types) {
        return new ModuleDiff(name, state, code, stored, types);
    }

    /** The version as scanned, or null where it has none or was not scanned. */
    public @Nullable String version() {
        return code == null ? null : code.version();
    }

    /** The version that last committed, or null where it had none or never did. */
    public @Nullable String storedVersion() {
        return stored == null ? null : stored.version();
    }
}
