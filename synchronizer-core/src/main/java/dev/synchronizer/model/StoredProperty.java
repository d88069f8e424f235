package dev.synchronizer.model;

import dev.synchronizer.annotation.DataType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A property as it stands in the store.
 *
 * @param id its identity, which renames keep
 * @param name its name
 * @param dataType its data type in the form of {@link PropertyType#storedForm}
 * @param origin who made it
 * @param adopted whether an administrator made it before code declared it
 * @param orphanedSince when code ceased to declare it, where it was kept nevertheless; otherwise null
 * @param ownSettings structural settings that an administrator gave it when making it, and, where it embeds a block, its
 *     full data type; they rest while code declares it, and what can be overridden is not among them
 */
public record StoredProperty(
        long id,
        String name,
        String dataType,
        Origin origin,
        boolean adopted,
        @Nullable Instant orphanedSince,
        Settings ownSettings) {

    /** A property of which no administrator said anything structural. */
    public StoredProperty(
            long id, String name, String dataType, Origin origin, boolean adopted, @Nullable Instant orphanedSince) {
        this(id, name, dataType, origin, adopted, orphanedSince, Settings.none());
    }

    /** The full data type of one that an administrator made. */
    public PropertyType ownType() {
        return PropertyType.parse(ownSettings.text(SettingKey.DATA_TYPE).orElse(dataType));
    }

    /** The full data type where the row alone tells it; null where that is a block, and not of which type. */
    public @Nullable PropertyType toldType() {
        boolean isTold = ownSettings.says(SettingKey.DATA_TYPE) || !dataType.contains(DataType.BLOCK.name());
        return isTold ? ownType() : null;
    }

    public StoredProperty withId(long other) {
        return new StoredProperty(other, name, dataType, origin, adopted, orphanedSince, ownSettings);
    }

    public StoredProperty withOrphanedSince(@Nullable Instant other) {
        return new StoredProperty(id, name, dataType, origin, adopted, other, ownSettings);
    }

    public StoredProperty withOwnSettings(Settings other) {
        return new StoredProperty(id, name, dataType, origin, adopted, orphanedSince, other);
    }
}
