package dev.synchronizer.settings;

import dev.synchronizer.model.Address;
import dev.synchronizer.model.ModuleModel;
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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A stored type with what its class said of it when its module last committed.
 *
 * @param stored the type
 * @param code what its class said, or null where an administrator made it
 */
record KnownType(StoredType stored, @Nullable TypeModel code) {
    /**
     * Reads one type, and no more than it takes to know it.
     *
     * @throws ProblemsException if there is none of this name
     */
    static KnownType read(StoredReads reads, String name) {
        StoredType stored = reads.type(name)
                .orElseThrow(() -> new ProblemsException(
                        SettingProblems.unknownType(name, reads.load().types()), null));
        Optional<ModuleModel> module =
                Optional.ofNullable(moduleOf(stored)).flatMap(reads::module).map(StoredModule::snapshot);
        return new KnownType(
                stored, module.flatMap(snapshot -> snapshot.type(name)).orElse(null));
    }

    private static @Nullable String moduleOf(StoredType stored) {
        return stored.origin() == Origin.CODE ? stored.module() : null;
    }

    /** All types by their ids. */
    static Map<Long, KnownType> all(StoredModel model) {
        Map<String, Map<String, TypeModel>> code = new HashMap<>();
        for (StoredModule module : model.modules()) {
            code.put(
                    module.name(),
                    module.snapshot().types().stream()
                            .collect(Collectors.toMap(TypeModel::name, Function.identity(), (first, other) -> first)));
        }
        Map<Long, KnownType> types = new HashMap<>();
        for (StoredType stored : model.types()) {
            String module = Objects.requireNonNullElse(moduleOf(stored), "");
            types.put(
                    stored.id(),
                    new KnownType(stored, code.getOrDefault(module, Map.of()).get(stored.name())));
        }
        return types;
    }

    /** The type as applications see it, before anything is overridden. */
    TypeModel effective() {
        return model(property -> property.orphanedSince() == null);
    }

    /** The type with what is kept of it out of use. */
    TypeModel whole() {
        return model(property -> true);
    }

    private TypeModel model(Predicate<StoredProperty> wanted) {
        TypeModel base = code == null
                ? new TypeModel(stored.name(), stored.name(), List.of()).withSettings(stored.ownSettings())
                : code;
        return base.withProperties(stored.properties().stream()
                .filter(wanted)
                .flatMap(property -> modelOf(property).stream())
                .toList());
    }

    private Optional<PropertyModel> modelOf(StoredProperty property) {
        if (property.origin() == Origin.CODE) {
            return codeOf(property);
        }
        PropertyModel own = new PropertyModel(property.name(), property.ownType(), stored.name());
        return Optional.of(own.withSettings(property.ownSettings()));
    }

    SettingOwner owner() {
        return new SettingOwner(stored, null, code == null ? Settings.none() : code.settings());
    }

    SettingOwner owner(StoredProperty property) {
        return new SettingOwner(
                stored, property, codeOf(property).map(PropertyModel::settings).orElse(Settings.none()));
    }

    /** What its class says of a property; empty where an administrator made that one. */
    Optional<PropertyModel> codeOf(StoredProperty property) {
        return property.origin() == Origin.CODE && code != null ? code.property(property.name()) : Optional.empty();
    }

    /**
     * What an address that is resolved names.
     *
     * @throws ProblemsException if the type has no such property
     */
    SettingOwner owner(Address address) {
        String name = address.property();
        if (name == null) {
            return owner();
        }
        return stored.property(name)
                .map(this::owner)
                .orElseThrow(() -> new ProblemsException(SettingProblems.unknownProperty(address, stored), null));
    }

    /** What an override of this type or of one of its properties belongs to. */
    SettingOwner ownerOf(SettingOverride override) {
        return stored.properties().stream()
                .filter(property -> override.propertyId() != null && property.id() == override.propertyId())
                .findFirst()
                .map(this::owner)
                .orElseGet(this::owner);
    }
}
