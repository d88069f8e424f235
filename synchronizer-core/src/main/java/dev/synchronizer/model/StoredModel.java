package dev.synchronizer.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a store holds of content types, at one moment.
 *
 * @param revision a number that every writer of types raises; 0 where nothing was ever stored
 * @param modules the modules, sorted by name
 * @param types the types, sorted by name
 * @param overrides what administrators saved, sorted by owner and setting
 * @param steps the migration steps that ran, sorted by module and name
 */
public record StoredModel(
        long revision,
        List<StoredModule> modules,
        List<StoredType> types,
        List<SettingOverride> overrides,
        List<ExecutedStep> steps) {
    private static final Comparator<SettingOverride> BY_OWNER =
            Comparator.comparingLong(SettingOverride::ownerId).thenComparing(SettingOverride::setting);
    private static final Comparator<ExecutedStep> BY_MODULE =
            Comparator.comparing(ExecutedStep::module).thenComparing(ExecutedStep::name);
    private static final StoredModel EMPTY = new StoredModel(0, List.of(), List.of());

    public StoredModel {
        modules = modules.stream()
                .sorted(Comparator.comparing(StoredModule::name))
                .toList();
        types = types.stream().sorted(Comparator.comparing(StoredType::name)).toList();
        overrides = overrides.stream().sorted(BY_OWNER).toList();
        steps = steps.stream().sorted(BY_MODULE).toList();
    }

    /** What is stored where no migration step ran. */
    public StoredModel(
            long revision, List<StoredModule> modules, List<StoredType> types, List<SettingOverride> overrides) {
        this(revision, modules, types, overrides, List.of());
    }

    /** What is stored where administrators saved nothing. */
    public StoredModel(long revision, List<StoredModule> modules, List<StoredType> types) {
        this(revision, modules, types, List.of());
    }

    public static StoredModel empty() {
        return EMPTY;
    }

    public Optional<StoredModule> module(String name) {
        return modules.stream().filter(m -> m.name().equals(name)).findFirst();
    }

    /** What a store would hold after the first commit of a model, with ids counted from 1. */
    public static StoredModel ofCommitted(ContentModel model) {
        return CommittedModel.of(model);
    }

    /** Names of the modules that one model has and another has not. */
    public static List<String> missingModules(ContentModel model, ContentModel other) {
        List<String> names = other.modules().stream().map(ModuleModel::name).toList();
        return model.modules().stream()
                .map(ModuleModel::name)
                .filter(name -> !names.contains(name))
                .toList();
    }

    /** Whether a type or property is kept though code no longer declares it. */
    public boolean hasOrphans() {
        return types.stream()
                .anyMatch(type -> type.orphanedSince() != null
                        || type.properties().stream().anyMatch(property -> property.orphanedSince() != null));
    }
}
