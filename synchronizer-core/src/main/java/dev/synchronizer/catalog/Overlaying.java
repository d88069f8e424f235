package dev.synchronizer.catalog;

import dev.synchronizer.catalog.EffectiveSettings.Source;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.Overlay;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays what administrators saved over what code says (E2). */
final class Overlaying {
    private static final List<SettingKey> KEYS = List.of(SettingKey.values());

    private final Map<Long, List<SettingOverride>> overrides = new HashMap<>();

    /** @param overrides those of the type and of its properties, in any order; others are left out of account */
    private Overlaying(List<SettingOverride> overrides) {
        overrides.forEach(override -> this.overrides
                .computeIfAbsent(override.ownerId(), id -> new ArrayList<>())
                .add(override));
    }

    /**
     * Makes the effective view of a type; nothing where the type is marked as an orphan, or code should declare it and
     * does not.
     *
     * @param code the type as code declares it, its properties under their names in the store; null where an
     *     administrator made it
     * @param moduleVersion the version of that code
     */
    static Optional<EffectiveType> overlay(
            StoredType stored,
            @Nullable TypeModel code,
            @Nullable String moduleVersion,
            List<SettingOverride> overrides) {
        boolean byAdmin = stored.origin() == Origin.ADMIN;
        if (stored.orphanedSince() != null || !byAdmin && code == null) {
            return Optional.empty();
        }
        Overlaying overlaying = new Overlaying(overrides);
        Settings said = byAdmin || code == null ? stored.ownSettings() : code.settings();
        return Optional.of(new EffectiveType(
                stored.id(),
                stored.guid(),
                stored.name(),
                stored.className(),
                stored.module(),
                moduleVersion,
                stored.origin(),
                overlaying.settings(stored.id(), stored.name(), SettingKey.Scope.TYPE, said, stored.origin()),
                overlaying.properties(stored, code),
                outOfUse(stored, code)));
    }

    private List<EffectiveProperty> properties(StoredType stored, @Nullable TypeModel code) {
        Map<String, PropertyModel> declared = new HashMap<>();
        if (code != null) {
            code.properties().forEach(property -> declared.put(property.name(), property));
        }
        List<EffectiveProperty> properties = new ArrayList<>();
        for (StoredProperty property : stored.properties()) {
            if (property.orphanedSince() == null) {
                property(property, declared.get(property.name())).ifPresent(properties::add);
            }
        }
        return properties;
    }

    private Optional<EffectiveProperty> property(StoredProperty stored, @Nullable PropertyModel code) {
        if (stored.origin() == Origin.ADMIN) {
            EffectiveSettings own = settings(stored, stored.ownSettings());
            PropertyType type = stored.ownType();
            return Optional.of(new EffectiveProperty(stored.id(), stored.name(), type, type, stored.origin(), own));
        }
        return Optional.ofNullable(code)
                .map(declared -> new EffectiveProperty(
                        stored.id(),
                        stored.name(),
                        declared.type(),
                        storedType(stored, declared.type()),
                        stored.origin(),
                        settings(stored, declared.settings())));
    }

    /** Rows do not tell which block is embedded, and what stands in them is the same whatever its name. */
    private static PropertyType storedType(StoredProperty stored, PropertyType declared) {
        return declared.storedForm().equals(stored.dataType()) ? declared : stored.ownType();
    }

    /** What the snapshot still tells of them; of those that an administrator made, the row does. */
    private static List<KeptProperty> outOfUse(StoredType stored, @Nullable TypeModel code) {
        List<KeptProperty> kept = new ArrayList<>();
        for (StoredProperty property : stored.properties()) {
            if (property.orphanedSince() != null) {
                PropertyModel last =
                        code == null ? null : code.property(property.name()).orElse(null);
                KeptProperty.of(property, last).ifPresent(kept::add);
            }
        }
        return kept;
    }

    private EffectiveSettings settings(StoredProperty stored, Settings said) {
        return settings(stored.id(), stored.name(), SettingKey.Scope.PROPERTY, said, stored.origin());
    }

    private EffectiveSettings settings(
            long ownerId, String name, SettingKey.Scope scope, Settings said, Origin origin) {
        EnumMap<SettingKey, SettingValue> values = new EnumMap<>(SettingKey.class);
        EnumSet<SettingKey> saidKeys = EnumSet.noneOf(SettingKey.class);
        for (SettingKey key : KEYS) {
            if (key.appliesTo(scope) && key != SettingKey.DATA_TYPE) {
                put(values, key, Overlay.defaultOf(key, scope, name, said));
                if (said.says(key)) {
                    saidKeys.add(key);
                }
            }
        }
        EnumSet<SettingKey> overridden = EnumSet.noneOf(SettingKey.class);
        for (SettingOverride override : overrides.getOrDefault(ownerId, List.of())) {
            SettingKey key = override.key();
            if (key != null && Overlay.standing(override, name, said).applies()) {
                put(values, key, override.value());
                overridden.add(key);
            }
        }
        Source saidBy = origin == Origin.ADMIN ? Source.DEFINITION : Source.CODE;
        return new EffectiveSettings(values, saidKeys, overridden, saidBy);
    }

    private static void put(EnumMap<SettingKey, SettingValue> values, SettingKey key, @Nullable SettingValue value) {
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }
}
