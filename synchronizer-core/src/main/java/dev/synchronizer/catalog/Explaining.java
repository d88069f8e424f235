package dev.synchronizer.catalog;

import static dev.synchronizer.catalog.EffectiveSettings.Source.BUILT_IN;
import static dev.synchronizer.catalog.EffectiveSettings.Source.CODE;
import static dev.synchronizer.catalog.EffectiveSettings.Source.DEFINITION;
import static dev.synchronizer.catalog.EffectiveSettings.Source.OVERRIDE;

import dev.synchronizer.catalog.EffectiveSettings.Source;
import dev.synchronizer.lookup.KnownType;
import dev.synchronizer.lookup.SettingOwner;
import dev.synchronizer.lookup.UnknownNames;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.Overlay;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.Standing;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.StoredReads;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says where effective values come from, as the rows stand, whatever a cache holds (E6). */
final class Explaining {
    /** What identifies a type or property is not a setting to people. */
    private static final Set<SettingKey> IDENTITY =
            EnumSet.of(SettingKey.NAME, SettingKey.GUID, SettingKey.CLASS, SettingKey.MODULE, SettingKey.DATA_TYPE);

    private final KnownType known;
    private final StoredType type;
    private final Map<Long, Map<String, SettingOverride>> overrides = new HashMap<>();

    private Explaining(KnownType known, List<SettingOverride> overrides) {
        this.known = known;
        this.type = known.stored();
        overrides.forEach(override -> this.overrides
                .computeIfAbsent(override.ownerId(), id -> new TreeMap<>())
                .put(override.setting(), override));
    }

    /**
     * Explains one setting, all of one property, or all of a type and its properties.
     *
     * @throws ProblemsException if nothing of that name is stored, or there is no such setting
     */
    static Explanation explain(StoredReads reads, Address address) {
        KnownType known = KnownType.read(reads, address.type());
        Address resolved = address.resolve(known.stored());
        SettingOwner owner = known.owner(resolved);
        Explaining explaining =
                new Explaining(known, reads.overrides(known.stored().id()));
        explaining.requireSetting(resolved, owner);
        return explaining.explain(resolved);
    }

    private void requireSetting(Address address, SettingOwner owner) {
        String setting = address.setting();
        SettingKey key = setting == null ? null : SettingKey.byLabel(setting);
        boolean exists = setting == null || key != null && isExplained(key, owner.scope());
        if (!exists && !overridesOf(owner).containsKey(setting)) {
            throw new ProblemsException(
                    key != null && key.appliesTo(owner.scope()) ? identity(address) : unknown(address, owner), null);
        }
    }

    private static Problem identity(Address address) {
        return new Problem(
                ProblemCode.UNKNOWN_SETTING,
                address.toString(),
                address.setting() + " has no default, and nothing to explain",
                "see it with types " + address.type());
    }

    private static Problem unknown(Address address, SettingOwner owner) {
        List<String> names = UnknownNames.labels(key -> isExplained(key, owner.scope()));
        return UnknownNames.setting(address, names, "write one of " + String.join(", ", names));
    }

    private static boolean isExplained(SettingKey key, SettingKey.Scope scope) {
        return key.appliesTo(scope) && !IDENTITY.contains(key);
    }

    private Map<String, SettingOverride> overridesOf(SettingOwner owner) {
        return overrides.getOrDefault(owner.id(), Map.of());
    }

    private Explanation explain(Address address) {
        boolean ofType = address.property() == null;
        return new Explanation(
                type.name(),
                type.guid(),
                type.origin(),
                type.className(),
                type.module(),
                known.moduleVersion(),
                type.orphanedSince(),
                ofType ? settings(known.owner(), address.setting()) : List.of(),
                ofType && address.setting() != null ? List.of() : properties(address));
    }

    private List<Explanation.OfProperty> properties(Address address) {
        return type.properties().stream()
                .filter(property ->
                        address.property() == null || property.name().equals(address.property()))
                .map(property -> explain(property, address.setting()))
                .toList();
    }

    private Explanation.OfProperty explain(StoredProperty property, @Nullable String setting) {
        String dataType =
                known.model(property).map(model -> model.type().toString()).orElse(property.dataType());
        return new Explanation.OfProperty(
                property.name(),
                dataType,
                property.origin(),
                property.orphanedSince(),
                settings(known.owner(property), setting));
    }

    private List<SettingExplanation> settings(SettingOwner owner, @Nullable String wanted) {
        Set<String> names = new LinkedHashSet<>(UnknownNames.labels(key -> isExplained(key, owner.scope())));
        names.addAll(overridesOf(owner).keySet());
        return names.stream()
                .filter(name -> wanted == null || wanted.equals(name))
                .map(name -> explain(name, owner))
                .toList();
    }

    private SettingExplanation explain(String setting, SettingOwner owner) {
        SettingOverride override = overridesOf(owner).get(setting);
        Standing standing = override == null ? null : owner.standing(override);
        SettingKey key = SettingKey.byLabel(setting);
        if (key == null || !isExplained(key, owner.scope())) {
            return new SettingExplanation(
                    owner.propertyName(),
                    setting,
                    null,
                    null,
                    owner.declaredIn(),
                    false,
                    override,
                    standing,
                    null,
                    BUILT_IN);
        }
        boolean overridden = standing != null && standing.applies();
        return new SettingExplanation(
                owner.propertyName(),
                setting,
                Overlay.builtIn(key, owner.scope(), owner.name()),
                owner.said().get(key),
                owner.declaredIn(),
                key.isOverridable() && owner.isLocked(key),
                override,
                standing,
                overridden && override != null ? override.value() : owner.defaultOf(key),
                overridden ? OVERRIDE : sourceOf(key, owner));
    }

    private static Source sourceOf(SettingKey key, SettingOwner owner) {
        if (!owner.said().says(key)) {
            return BUILT_IN;
        }
        return owner.isDeclared() ? CODE : DEFINITION;
    }
}
