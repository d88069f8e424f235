package dev.synchronizer.plan;

import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.ModuleVersion;
import dev.synchronizer.model.StoredModule;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a plan does about a module.
 *
 * @param name its name
 * @param version its version as scanned, or null
 * @param storedVersion the version that last committed, or null
 * @param state how the versions compare
 * @param fingerprint the fingerprint of its model as scanned, or null where it was not; types in packages to which the
 *     scan was not extended count as last committed
 * @param storedFingerprint the fingerprint of its model as its code last declared it to a commit, or null
 * @param outcome what is done with its row and snapshot
 * @param after the module as it stands after the run, or null where its row is left alone or deleted
 */
public record ModulePlan(
        String name,
        @Nullable String version,
        @Nullable String storedVersion,
        ModuleState state,
        @Nullable String fingerprint,
        @Nullable String storedFingerprint,
        Outcome outcome,
        @Nullable StoredModule after) {

    public ModulePlan {
        if (fingerprint == null && storedFingerprint == null) {
            throw new IllegalArgumentException("module " + name + " is neither scanned nor stored");
        }
    }

    /** That of the model as scanned, or of the stored one where it was not. */
    String knownFingerprint() {
        return fingerprint == null ? Objects.requireNonNull(storedFingerprint) : fingerprint;
    }

    /** The same, storing the version from before an undone run, be it with what is stored already. */
    public ModulePlan takenBackTo(@Nullable String other, StoredModule stored) {
        StoredModule base = after == null ? stored : after;
        ModuleModel snapshot = base.snapshot();
        ModuleModel versioned = new ModuleModel(snapshot.name(), other, snapshot.types(), snapshot.steps());
        return new ModulePlan(
                name,
                other,
                storedVersion,
                ModuleVersion.compareInFull(other, storedVersion) < 0 ? ModuleState.OLDER : ModuleState.NEWER,
                fingerprint,
                storedFingerprint,
                outcome == Outcome.DELETE ? outcome : Outcome.SAVE,
                outcome == Outcome.DELETE ? null : new StoredModule(versioned, base.fingerprint()));
    }

    /** The same, going with the run that made it. */
    public ModulePlan undone() {
        return new ModulePlan(
                name, version, storedVersion, ModuleState.UNDONE, fingerprint, storedFingerprint, outcome, after);
    }

    /** The same, with another row and snapshot after the run, of which there were some already. */
    public ModulePlan saving(StoredModule other) {
        return new ModulePlan(name, version, storedVersion, state, fingerprint, storedFingerprint, outcome, other);
    }

    /** What is done with a module's row and snapshot. */
    public enum Outcome {
        LEAVE,
        SAVE,
        DELETE
    }
}
