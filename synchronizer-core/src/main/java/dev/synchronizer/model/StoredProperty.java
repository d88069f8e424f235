package dev.synchronizer.model;

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
 */
public record StoredProperty(
        long id,
        String name,
        String dataType,
        Origin origin,
        boolean adopted,
        @Nullable Instant orphanedSince) {

    public StoredProperty withId(long other) {
        return new StoredProperty(other, name, dataType, origin, adopted, orphanedSince);
    }
}
