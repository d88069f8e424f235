package dev.synchronizer.lookup;

import dev.synchronizer.model.Address;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.Overlay;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.Standing;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored type or property that settings belong to.
 *
 * @param type the type
 * @param property its property, or null for the type itself
 * @param said what its class says of it, or the administrator who made it
 * @param declaredIn the class that says it, for a property maybe one that the type inherits from; null where an
 *     administrator made it
 */
public record SettingOwner(
        StoredType type,
        @Nullable StoredProperty property,
        Settings said,
        @Nullable String declaredIn) {
    /** Its own address. */
    public Address address() {
        return new Address(type.name(), propertyName(), null);
    }

    public String name() {
        return property == null ? type.name() : property.name();
    }

    /** The name of the property, or null for the type itself. */
    public @Nullable String propertyName() {
        return property == null ? null : property.name();
    }

    public SettingKey.Scope scope() {
        return property == null ? SettingKey.Scope.TYPE : SettingKey.Scope.PROPERTY;
    }

    public long id() {
        return property == null ? type.id() : property.id();
    }

    /** Whether a class declares it, be it one that an administrator anticipated. */
    public boolean isDeclared() {
        return (property == null ? type.origin() : property.origin()) == Origin.CODE;
    }

    /** Whether an administrator made it before a class declared it. */
    public boolean isAdopted() {
        return property == null ? type.adopted() : property.adopted();
    }

    /** When code ceased to declare it, or the type that it belongs to, where it was kept; otherwise null. */
    public @Nullable Instant outOfUseSince() {
        return property != null && property.orphanedSince() != null ? property.orphanedSince() : type.orphanedSince();
    }

    /** What is effective without an override; null where nothing is. */
    public @Nullable SettingValue defaultOf(SettingKey key) {
        return Overlay.defaultOf(key, scope(), name(), said);
    }

    /** Whether code forbids to override the setting (E4). */
    public boolean isLocked(SettingKey key) {
        return Overlay.isLocked(key, said);
    }

    /** What an override of it is worth. */
    public Standing standing(SettingOverride override) {
        return outOfUseSince() == null ? Overlay.standing(override, name(), said) : Standing.RESTING;
    }

    /** An override of it, over what is its default now. */
    public SettingOverride override(SettingKey key, @Nullable SettingValue value, String actor, Instant at) {
        return new SettingOverride(
                type.id(), property == null ? null : property.id(), key.label(), value, actor, at, defaultOf(key));
    }

    /** Who declares it, in words: its class, code of which only this is left, or the administrators. */
    public String maker() {
        if (declaredIn != null) {
            return "class " + declaredIn;
        }
        return isDeclared() ? "code" : "an administrator";
    }
}
