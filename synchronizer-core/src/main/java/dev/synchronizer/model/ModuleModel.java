package dev.synchronizer.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A jar or a folder of classes that declares content types.
 *
 * @param name its name
 * @param version its version as found, or null where it has none
 * @param types its types, sorted by name; there may be none
 * @param steps its migration steps, in the order in which they run; they are no part of what is compared
 */
public record ModuleModel(String name, @Nullable String version, List<TypeModel> types, List<StepModel> steps) {
    private static final Comparator<TypeModel> BY_NAME =
            Comparator.comparing(TypeModel::name).thenComparing(TypeModel::className);

    public ModuleModel {
        types = types.stream().sorted(BY_NAME).toList();
        steps = steps.stream().sorted(StepModel.ORDER).toList();
    }

    /** A module without migration steps. */
    public ModuleModel(String name, @Nullable String version, List<TypeModel> types) {
        this(name, version, types, List.of());
    }

    public Optional<TypeModel> type(String typeName) {
        return types.stream().filter(t -> t.name().equals(typeName)).findFirst();
    }

    /** All of its types, for whoever asks for many of them. */
    public Map<String, TypeModel> typesByName() {
        Map<String, TypeModel> byName = new HashMap<>();
        types.forEach(type -> byName.putIfAbsent(type.name(), type));
        return byName;
    }

    /** Major and minor number, which decide what may be processed (C3). */
    public ModuleVersion gate() {
        return ModuleVersion.of(version);
    }

    /** The same module, whose properties share what is equal. */
    public ModuleModel withEqualPartsShared() {
        EqualParts parts = new EqualParts();
        return withTypes(types.stream()
                .map(type -> type.withProperties(
                        type.properties().stream().map(parts::shared).toList()))
                .toList());
    }

    public ModuleModel withTypes(List<TypeModel> others) {
        return new ModuleModel(name, version, others, steps);
    }

    public ModuleModel withSteps(List<StepModel> others) {
        return new ModuleModel(name, version, types, others);
    }
}
