package dev.synchronizer.lookup;

import dev.synchronizer.model.Address;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.StoredReads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A stored type with what its class said of it when its module last committed.
 *
 * @param stored the type
 * @param code what its class said, or null where an administrator made it
 * @param moduleVersion the version that its class was of, or null where it has none
 */
public record KnownType(
        StoredType stored,
        @Nullable TypeModel code,
        @Nullable String moduleVersion) {
    /**
     * Reads one type, and no more than it takes to know it.
     *
     * @throws ProblemsException if there is none of this name
     */
    public static KnownType read(StoredReads reads, String name) {
        StoredType stored = reads.type(name)
                .orElseThrow(() -> new ProblemsException(
                        UnknownNames.type(name, reads.load().types()), null));
        StoredModule module =
                Optional.ofNullable(moduleOf(stored)).flatMap(reads::module).orElse(null);
        return module == null
                ? new KnownType(stored, null, null)
                : new KnownType(stored, module.snapshot().type(name).orElse(null), module.version());
    }

    /** The type as it is to stand, of the same class. */
    public KnownType with(StoredType other) {
        return new KnownType(other, code, moduleVersion);
    }

    private static @Nullable String moduleOf(StoredType stored) {
        return stored.origin() == Origin.CODE ? stored.module() : null;
    }

    /** All types by their ids. */
    public static Map<Long, KnownType> all(StoredModel model) {
        Map<String, StoredModule> modules = new HashMap<>();
        Map<String, Map<String, TypeModel>> code = new HashMap<>();
        for (StoredModule module : model.modules()) {
            modules.put(module.name(), module);
            code.put(module.name(), module.snapshot().typesByName());
        }
        Map<Long, KnownType> types = new HashMap<>();
        for (StoredType stored : model.types()) {
            String name = Objects.requireNonNullElse(moduleOf(stored), "");
            StoredModule module = modules.get(name);
            types.put(
                    stored.id(),
                    new KnownType(
                            stored,
                            code.getOrDefault(name, Map.of()).get(stored.name()),
                            module == null ? null : module.version()));
        }
        return types;
    }

    /** The type as applications see it, before anything is overridden. */
    public TypeModel effective() {
        return model(property -> property.orphanedSince() == null);
    }

    /** The type with what is kept of it out of use. */
    public TypeModel whole() {
        return model(property -> true);
    }

    private TypeModel model(Predicate<StoredProperty> wanted) {
        TypeModel base =
                code == null ? new TypeModel(stored.name(), stored.name(), List.of()).withSettings(said()) : code;
        return base.withProperties(stored.properties().stream()
                .filter(wanted)
                .flatMap(property -> model(property).stream())
                .toList());
    }

    /** A property as its class declares it, or as the administrator does who made it. */
    public Optional<PropertyModel> model(StoredProperty property) {
        if (property.origin() == Origin.CODE) {
            return code == null ? Optional.empty() : code.property(property.name());
        }
        PropertyModel own = new PropertyModel(property.name(), property.ownType(), stored.name());
        return Optional.of(own.withSettings(property.ownSettings()));
    }

    /** The type itself, as what settings belong to. */
    public SettingOwner owner() {
        return new SettingOwner(stored, null, said(), stored.className());
    }

    private Settings said() {
        if (stored.origin() == Origin.ADMIN) {
            return stored.ownSettings();
        }
        return code == null ? Settings.none() : code.settings();
    }

    /** One of its properties, as what settings belong to. */
    public SettingOwner owner(StoredProperty property) {
        return new SettingOwner(
                stored,
                property,
                model(property).map(PropertyModel::settings).orElse(Settings.none()),
                declaredIn(property));
    }

    /**
     * What an address that is resolved names.
     *
     * @throws ProblemsException if the type has no such property
     */
    public SettingOwner owner(Address address) {
        String name = address.property();
        if (name == null) {
            return owner();
        }
        return stored.property(name)
                .map(this::owner)
                .orElseThrow(() -> new ProblemsException(UnknownNames.property(address, stored), null));
    }

    /** What an override of this type or of one of its properties belongs to. */
    public SettingOwner ownerOf(SettingOverride override) {
        return stored.properties().stream()
                .filter(property -> override.propertyId() != null && property.id() == override.propertyId())
                .findFirst()
                .map(this::owner)
                .orElseGet(this::owner);
    }

    /** The class that declares a property; null where an administrator made it. */
    private @Nullable String declaredIn(StoredProperty property) {
        return property.origin() == Origin.ADMIN
                ? null
                : model(property).map(PropertyModel::declaredIn).orElse(stored.className());
    }
}
