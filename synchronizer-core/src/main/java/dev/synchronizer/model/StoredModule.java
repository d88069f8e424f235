package dev.synchronizer.model;

import org.jspecify.annotations.Nullable;

/**
 * A module as it stands in the store.
 *
 * @param snapshot the model as last committed, with the types and properties that were kept as orphans
 * @param fingerprint the fingerprint of the module's model as its code declared it to the last commit, be it that this
 *     one committed only some of its types
 */
public record StoredModule(ModuleModel snapshot, String fingerprint) {
    public String name() {
        return snapshot.name();
    }

    public @Nullable String version() {
        return snapshot.version();
    }
}
