package dev.synchronizer.model;

import dev.synchronizer.annotation.ContentKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A content type as it stands in the store; its settings are in the snapshot of its module.
 *
 * @param id its identity, which renames and moves keep
 * @param guid its GUID, declared or derived
 * @param name its name, unique in the store
 * @param className the class that declares it, or null where no class does
 * @param module the module that last committed it, or null where an administrator made it
 * @param origin who made it
 * @param adopted whether an administrator made it before code declared it
 * @param orphanedSince when code ceased to declare it, where it was kept nevertheless; otherwise null
 * @param ownSettings structural settings that an administrator gave it when making it; they rest while code declares it,
 *     and what can be overridden is not among them
 * @param properties its properties, sorted by name
 */
public record StoredType(
        long id,
        UUID guid,
        String name,
        @Nullable String className,
        @Nullable String module,
        Origin origin,
        boolean adopted,
        @Nullable Instant orphanedSince,
        Settings ownSettings,
        List<StoredProperty> properties) {

    public StoredType {
        properties = properties.stream()
                .sorted(Comparator.comparing(StoredProperty::name))
                .toList();
    }

    /** A type of which no administrator said anything structural. */
    public StoredType(
            long id,
            UUID guid,
            String name,
            @Nullable String className,
            @Nullable String module,
            Origin origin,
            boolean adopted,
            @Nullable Instant orphanedSince,
            List<StoredProperty> properties) {
        this(id, guid, name, className, module, origin, adopted, orphanedSince, Settings.none(), properties);
    }

    public Optional<StoredProperty> property(String propertyName) {
        return properties.stream().filter(p -> p.name().equals(propertyName)).findFirst();
    }

    public StoredType withProperties(List<StoredProperty> others) {
        return new StoredType(id, guid, name, className, module, origin, adopted, orphanedSince, ownSettings, others);
    }

    /** The kind of one that an administrator made. */
    public ContentKind ownKind() {
        return TypeModel.kind(ownSettings);
    }

    public StoredType withId(long other) {
        return new StoredType(
                other, guid, name, className, module, origin, adopted, orphanedSince, ownSettings, properties);
    }

    public StoredType withGuid(UUID other) {
        return new StoredType(
                id, other, name, className, module, origin, adopted, orphanedSince, ownSettings, properties);
    }

    public StoredType withOrphanedSince(@Nullable Instant other) {
        return new StoredType(id, guid, name, className, module, origin, adopted, other, ownSettings, properties);
    }

    public StoredType withOwnSettings(Settings other) {
        return new StoredType(id, guid, name, className, module, origin, adopted, orphanedSince, other, properties);
    }
}
