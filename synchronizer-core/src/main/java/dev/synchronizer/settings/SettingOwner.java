package dev.synchronizer.settings;

import dev.synchronizer.model.Address;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.Overlay;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored type or property that settings belong to.
 *
 * @param type the type
 * @param property its property, or null for the type itself
 * @param code what its class says of it; nothing where an administrator made it
 */
record SettingOwner(StoredType type, @Nullable StoredProperty property, Settings code) {
    Address address() {
        return new Address(type.name(), property == null ? null : property.name(), null);
    }

    String name() {
        return property == null ? type.name() : property.name();
    }

    SettingKey.Scope scope() {
        return property == null ? SettingKey.Scope.TYPE : SettingKey.Scope.PROPERTY;
    }

    long id() {
        return property == null ? type.id() : property.id();
    }

    /** Whether a class declares it, be it one that an administrator anticipated. */
    boolean isDeclared() {
        return (property == null ? type.origin() : property.origin()) == Origin.CODE;
    }

    /** When code ceased to declare it, or the type that it belongs to, where it was kept; otherwise null. */
    @Nullable
    Instant outOfUseSince() {
        return property != null && property.orphanedSince() != null ? property.orphanedSince() : type.orphanedSince();
    }

    @Nullable
    SettingValue defaultOf(SettingKey key) {
        return Overlay.defaultOf(key, scope(), name(), code);
    }

    boolean isLocked(SettingKey key) {
        return Overlay.isLocked(key, code);
    }

    SettingOverride override(SettingKey key, @Nullable SettingValue value, String actor, Instant at) {
        return new SettingOverride(
                type.id(), property == null ? null : property.id(), key.label(), value, actor, at, defaultOf(key));
    }

    /** Who declares it, in words: its class, or the administrators. */
    String maker() {
        return isDeclared() && type.className() != null ? "class " + type.className() : "an administrator";
    }
}
