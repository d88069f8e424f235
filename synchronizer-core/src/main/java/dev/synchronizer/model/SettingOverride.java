package dev.synchronizer.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator saved for one setting of one type or property (E1).
 *
 * @param typeId the id of the type
 * @param propertyId the id of the property, or null where it is a setting of the type itself
 * @param setting the name of the setting, which need not be known to this release
 * @param value what was saved; null is a value too, and says that there is to be none
 * @param savedBy who saved it
 * @param savedAt when it was saved
 * @param defaultThen what would have been effective without it when it was saved; null where nothing would
 */
public record SettingOverride(
        long typeId,
        @Nullable Long propertyId,
        String setting,
        @Nullable SettingValue value,
        String savedBy,
        Instant savedAt,
        @Nullable SettingValue defaultThen) {

    /** The id of the property, or else of the type; no two of them share one. */
    public long ownerId() {
        return propertyId == null ? typeId : propertyId;
    }

    /** The setting, or null where this release does not know it. */
    public @Nullable SettingKey key() {
        return SettingKey.byLabel(setting);
    }

    public SettingKey.Scope scope() {
        return propertyId == null ? SettingKey.Scope.TYPE : SettingKey.Scope.PROPERTY;
    }
}
