package dev.synchronizer.plan;

import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.model.StoredModule;
import org.jspecify.annotations.Nullable;

/**
 * What a plan does about a module.
 *
 * @param name its name
 * @param version its version as scanned, or null
 * @param storedVersion the version that last committed, or null
 * @param state how the versions compare
 * @param fingerprint the fingerprint of its model
 * @param outcome what is done with its row and snapshot
 * @param after the module as it stands after the run, or null where its row is left alone or deleted
 */
public record ModulePlan(
        String name,
        @Nullable String version,
        @Nullable String storedVersion,
        ModuleState state,
        String fingerprint,
        Outcome outcome,
        @Nullable StoredModule after) {

    /** What is done with a module's row and snapshot. */
    public enum Outcome {
        LEAVE,
        SAVE,
        DELETE
    }
}
