package dev.synchronizer.plan;

import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator saved, and what it is worth after a run.
 *
 * @param type the name of the type after the run, or before it where it is deleted
 * @param property the name of the property likewise, or null where it is a setting of the type itself
 * @param override what was saved
 * @param defaultNow what is effective without it after the run; null where that is no value, or nothing to be told of
 * @param state what it is worth
 */
public record OverridePlan(
        String type,
        @Nullable String property,
        SettingOverride override,
        @Nullable SettingValue defaultNow,
        OverrideState state) {

    public Address address() {
        return new Address(type, property, override.setting());
    }
}
