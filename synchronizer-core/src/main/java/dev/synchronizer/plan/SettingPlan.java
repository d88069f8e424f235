package dev.synchronizer.plan;

import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.SettingChange;
import dev.synchronizer.model.SettingOverride;
import org.jspecify.annotations.Nullable;

/**
 * A changed setting and what it does to people.
 *
 * @param change what changes
 * @param effect whether it shows
 * @param override what an administrator saved and hides the change, or says the same; null where it shows
 * @param concern what it does to stored items and values, given how many there are
 */
public record SettingPlan(
        SettingChange change, Effect effect, @Nullable SettingOverride override, Concern concern) {
    public Grade grade() {
        return concern.grade();
    }
}
