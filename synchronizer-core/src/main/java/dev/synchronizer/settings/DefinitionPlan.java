package dev.synchronizer.settings;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.diff.DefinedChanges;
import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.lookup.KnownType;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeGuid;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a definition makes of what is stored, and everything that is wrong with it. */
final class DefinitionPlan {
    private final StoredModel stored;
    private final Definition definition;
    private final @Nullable KnownType before;
    private final List<Problem> problems = new ArrayList<>();
    private final List<DefinedPart> parts = new ArrayList<>();
    private final Map<String, StoredProperty> properties = new LinkedHashMap<>();
    private final Map<Address, NewSettings> overridable = new LinkedHashMap<>();
    private final StoredType after;
    private long nextId;

    /**
     * Plans.
     *
     * @param guid the GUID that the type gets where it is new; null for the one that follows from its name
     * @param firstId the first of as many ids as {@link #newRows} says
     */
    DefinitionPlan(StoredModel stored, Definition definition, @Nullable UUID guid, long firstId) {
        this.stored = stored;
        this.definition = definition;
        this.nextId = firstId;
        before = KnownType.all(stored).values().stream()
                .filter(type -> type.stored().name().equals(definition.type()))
                .findFirst()
                .orElse(null);
        StoredType type = before == null ? newType(guid) : before.stored();
        type.properties().forEach(property -> properties.put(property.name(), property));
        after = planProperties(planType(type));
        judge();
    }

    /** How many rows a definition adds at most. */
    static int newRows(StoredModel stored, Definition definition) {
        StoredType type = stored.types().stream()
                .filter(known -> known.name().equals(definition.type()))
                .findFirst()
                .orElse(null);
        long properties = definition.properties().stream()
                .filter(property ->
                        type == null || type.property(property.name()).isEmpty())
                .count();
        return (int) properties + (type == null ? 1 : 0);
    }

    private StoredType newType(@Nullable UUID wanted) {
        Set<UUID> taken = stored.types().stream().map(StoredType::guid).collect(Collectors.toCollection(HashSet::new));
        stored.types().stream()
                .filter(type -> type.guid().equals(wanted))
                .forEach(type -> problems.add(DefinitionProblems.guidTaken(definition.type(), type)));
        UUID guid = wanted == null ? TypeGuid.deriveFree(definition.type(), taken) : wanted;
        return new StoredType(nextId++, guid, definition.type(), null, null, Origin.ADMIN, false, null, List.of());
    }

    private StoredType planType(StoredType type) {
        Address address = Address.ofType(type.name());
        if (type.orphanedSince() != null) {
            problems.add(SettingProblems.outOfUse(address, type.orphanedSince()));
            return type;
        }
        if (type.origin() == Origin.CODE) {
            if (!definition.settings().isEmpty() || definition.properties().isEmpty()) {
                problems.add(DefinitionProblems.typeOfCode(known().owner()));
            }
            return type;
        }
        SaidOfDefinition said = SaidOfDefinition.read(
                address, SettingKey.Scope.TYPE, type.ownSettings(), definition.settings(), problems::add);
        overridable.put(address, said.overridable());
        parts.add(new DefinedPart(address, before == null ? null : type.ownSettings(), said.structural()));
        return type.withOwnSettings(said.structural());
    }

    /** The type as it stands, of which code declares anything. */
    private KnownType known() {
        return Objects.requireNonNull(before);
    }

    private StoredType planProperties(StoredType type) {
        Set<String> named = new HashSet<>();
        for (PropertyDefinition property : definition.properties()) {
            Address address = Address.ofProperty(type.name(), property.name());
            if (!named.add(property.name())) {
                problems.add(DefinitionProblems.twice(address));
            } else {
                plan(address, property, properties.get(property.name()));
            }
        }
        return type.withProperties(List.copyOf(properties.values()));
    }

    private void plan(Address address, PropertyDefinition wanted, @Nullable StoredProperty existing) {
        if (existing != null && existing.origin() == Origin.CODE) {
            problems.add(DefinitionProblems.propertyOfCode(known().owner(existing)));
            return;
        }
        PropertyType dataType = dataType(address, wanted, existing);
        if (dataType == null) {
            return;
        }
        Settings own = existing == null ? Settings.none() : withoutDataType(existing.ownSettings());
        SaidOfDefinition said =
                SaidOfDefinition.read(address, SettingKey.Scope.PROPERTY, own, wanted.settings(), problems::add);
        if (dataType.base() == DataType.ENUM && !said.structural().says(SettingKey.ALLOWED_VALUES)) {
            problems.add(DefinitionProblems.enumWithoutValues(address));
        }
        Settings settings = dataType.blockType() == null
                ? said.structural()
                : said.structural().with(SettingKey.DATA_TYPE, SettingValue.of(dataType.toString()));
        long id = existing == null ? nextId++ : existing.id();
        StoredProperty row =
                new StoredProperty(id, wanted.name(), dataType.storedForm(), Origin.ADMIN, false, null, settings);
        properties.put(wanted.name(), row);
        overridable.put(address, said.overridable());
        parts.add(
                new DefinedPart(address, existing == null ? null : DefinedPart.said(existing), DefinedPart.said(row)));
    }

    private @Nullable PropertyType dataType(
            Address address, PropertyDefinition wanted, @Nullable StoredProperty existing) {
        if (wanted.dataType() == null) {
            if (existing == null) {
                problems.add(DefinitionProblems.withoutDataType(address));
            }
            return existing == null ? null : existing.ownType();
        }
        try {
            return PropertyType.parse(wanted.dataType());
        } catch (IllegalArgumentException e) {
            problems.add(DefinitionProblems.wrongDataType(address, wanted.dataType()));
            return null;
        }
    }

    private static Settings withoutDataType(Settings settings) {
        Map<SettingKey, SettingValue> map = settings.asMap();
        map.remove(SettingKey.DATA_TYPE);
        return Settings.of(map);
    }

    private void judge() {
        List<StoredType> types = new ArrayList<>(stored.types());
        types.removeIf(type -> type.id() == after.id());
        types.add(after);
        StoredModel then = new StoredModel(stored.revision(), stored.modules(), types, stored.overrides());
        problems.addAll(EffectiveModel.newProblems(stored, then).asList());
        checkedOverrides().forEach(checked -> problems.addAll(checked.problems()));
    }

    /** The settings that are saved beside the definition, with what they belong to. */
    List<CheckedSettings> checkedOverrides() {
        KnownType type = before == null ? new KnownType(after, null, null) : before.with(after);
        return overridable.entrySet().stream()
                .filter(said -> !said.getValue().isEmpty())
                .map(said -> CheckedSettings.overriding(type.owner(said.getKey()), said.getValue()))
                .toList();
    }

    /** How the type changes, given the overrides that are there and those that are saved; empty where it is new. */
    Optional<TypeDiff> change(List<SettingOverride> overrides, List<SettingOverride> saved) {
        if (before == null) {
            return Optional.empty();
        }
        List<SettingOverride> then = SavedSetting.over(overrides, saved);
        return Optional.of(DefinedChanges.between(
                before.stored(), ObeyedModel.of(before, overrides), ObeyedModel.of(before.with(after), then)));
    }

    Problems problems() {
        return Problems.of(problems);
    }

    List<DefinedPart> parts() {
        return parts;
    }

    StoredType after() {
        return after;
    }

    @Nullable
    StoredType before() {
        return before == null ? null : before.stored();
    }
}
