package dev.synchronizer.catalog;

import dev.synchronizer.catalog.EffectiveSettings.Source;
import dev.synchronizer.model.Overlay;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Where one effective value comes from (E6).
 *
 * @param property the property that it is about, or null where it is about the type itself
 * @param setting the name of the setting, which an override may have without this release knowing it
 * @param builtIn what holds where nobody says anything; null where that is no value at all
 * @param said what code says, or the administrator who made it; null where they say nothing
 * @param declaredIn the class that declares the property, or the type; null where an administrator made it
 * @param locked whether code forbids to override it
 * @param override what an administrator saved over it, or null
 * @param standing what the override is worth; null where there is none
 * @param effective what the application sees, or, of what is out of use, what code last said; null where that is no value
 * @param source where that comes from
 */
public record SettingExplanation(
        @Nullable String property,
        String setting,
        @Nullable SettingValue builtIn,
        @Nullable SettingValue said,
        @Nullable String declaredIn,
        boolean locked,
        @Nullable SettingOverride override,
        @Nullable Standing standing,
        @Nullable SettingValue effective,
        Source source) {

    /** The setting, or null where this release does not know it. */
    public @Nullable SettingKey key() {
        return SettingKey.byLabel(setting);
    }

    /** What holds without the override; null where that is no value at all. */
    public @Nullable SettingValue defaultNow() {
        return said == null ? builtIn : said;
    }

    /** Whether the default has changed since the override was saved. */
    public boolean isStale() {
        return override != null && !Overlay.isSame(override.defaultThen(), defaultNow());
    }
}
