package dev.synchronizer.catalog;

import dev.synchronizer.catalog.EffectiveSettings.Source;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.Overlay;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingKey.Scope;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.Standing;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.StoredReads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says where effective values come from, as the rows stand, whatever a cache holds (E6). */
final class Explaining {
    private final Named named;
    private final StoredType type;

    private Explaining(Named named) {
        this.named = named;
        this.type = named.type();
    }

    /**
     * Explains one setting, all of one property, or all of a type and its properties.
     *
     * @throws ProblemsException if nothing of that name is stored, or there is no such setting
     */
    static Explanation explain(StoredReads reads, Address address) {
        return new Explaining(Named.find(reads, address)).explanation();
    }

    private Explanation explanation() {
        Address address = named.address();
        boolean ofType = address.property() == null;
        return new Explanation(
                type.name(),
                type.guid(),
                type.origin(),
                type.className(),
                type.module(),
                named.moduleVersion(),
                type.orphanedSince(),
                ofType ? settings(owner(), Scope.TYPE) : List.of(),
                ofType && address.setting() != null ? List.of() : properties());
    }

    private List<Explanation.OfProperty> properties() {
        String wanted = named.address().property();
        return type.properties().stream()
                .filter(property -> wanted == null || property.name().equals(wanted))
                .map(this::property)
                .toList();
    }

    private Explanation.OfProperty property(StoredProperty property) {
        String dataType = property.origin() == Origin.ADMIN
                ? property.ownType().toString()
                : code(property).map(model -> model.type().toString()).orElse(property.dataType());
        return new Explanation.OfProperty(
                property.name(),
                dataType,
                property.origin(),
                property.orphanedSince(),
                settings(owner(property), Scope.PROPERTY));
    }

    private Owner owner() {
        Settings said = type.origin() == Origin.ADMIN
                ? type.ownSettings()
                : named.code().map(TypeModel::settings).orElse(Settings.none());
        boolean inUse = type.orphanedSince() == null;
        return new Owner(type.id(), null, type.name(), type.origin(), said, type.className(), inUse);
    }

    private Owner owner(StoredProperty property) {
        boolean byAdmin = property.origin() == Origin.ADMIN;
        Settings said = byAdmin
                ? property.ownSettings()
                : code(property).map(PropertyModel::settings).orElse(Settings.none());
        String declaredIn =
                byAdmin ? null : code(property).map(PropertyModel::declaredIn).orElse(type.className());
        boolean inUse = type.orphanedSince() == null && property.orphanedSince() == null;
        return new Owner(property.id(), property.name(), property.name(), property.origin(), said, declaredIn, inUse);
    }

    private Optional<PropertyModel> code(StoredProperty property) {
        return named.code().flatMap(model -> model.property(property.name()));
    }

    private List<SettingExplanation> settings(Owner owner, Scope scope) {
        String only = named.address().setting();
        List<SettingExplanation> settings = new ArrayList<>();
        Map<String, SettingOverride> overrides = new TreeMap<>();
        named.overrides().stream()
                .filter(override -> override.ownerId() == owner.id())
                .forEach(override -> overrides.put(override.setting(), override));
        for (SettingKey key : SettingKey.values()) {
            if (Named.isExplained(key, scope)) {
                SettingOverride override = overrides.remove(key.label());
                if (only == null || only.equals(key.label())) {
                    settings.add(known(owner, scope, key, override));
                }
            }
        }
        overrides.values().stream()
                .filter(override -> only == null || only.equals(override.setting()))
                .forEach(override -> settings.add(unknown(owner, override)));
        return settings;
    }

    private static SettingExplanation known(
            Owner owner, Scope scope, SettingKey key, @Nullable SettingOverride override) {
        SettingValue said = owner.said().get(key);
        SettingValue builtIn = Overlay.builtIn(key, scope, owner.name());
        SettingValue without = said == null ? builtIn : said;
        Standing standing = override == null ? null : standing(override, owner);
        boolean overridden = standing != null && standing.applies();
        Source declared = owner.origin() == Origin.ADMIN ? Source.DEFINITION : Source.CODE;
        return new SettingExplanation(
                owner.property(),
                key.label(),
                builtIn,
                said,
                owner.declaredIn(),
                key.isOverridable() && Overlay.isLocked(key, owner.said()),
                override,
                standing,
                overridden && override != null ? override.value() : without,
                overridden ? Source.OVERRIDE : said == null ? Source.BUILT_IN : declared);
    }

    private static Standing standing(SettingOverride override, Owner owner) {
        return owner.inUse() ? Overlay.standing(override, owner.name(), owner.said()) : Standing.RESTING;
    }

    private static SettingExplanation unknown(Owner owner, SettingOverride override) {
        return new SettingExplanation(
                owner.property(),
                override.setting(),
                null,
                null,
                owner.declaredIn(),
                false,
                override,
                Standing.UNKNOWN,
                null,
                Source.BUILT_IN);
    }

    private record Owner(
            long id,
            @Nullable String property,
            String name,
            Origin origin,
            Settings said,
            @Nullable String declaredIn,
            boolean inUse) {}
}
