package dev.synchronizer.diff;

import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The types that a scan of some packages only did not look for: as far as anybody knows, their code is what it was. */
final class UnscannedTypes {
    private final Map<String, List<TypeModel>> byModule = new HashMap<>();

    UnscannedTypes(StoredIndex index, TypeMatching matching, Scope scope) {
        for (StoredType type : matching.unclaimed()) {
            TypeModel committed = index.committed(type);
            if (committed != null && type.orphanedSince() == null && !scope.covers(type.className())) {
                byModule.computeIfAbsent(String.valueOf(type.module()), module -> new ArrayList<>())
                        .add(withoutOrphans(committed, type));
            }
        }
    }

    private static TypeModel withoutOrphans(TypeModel committed, StoredType type) {
        return committed.withProperties(committed.properties().stream()
                .filter(property -> type.property(property.name())
                        .filter(stored -> stored.orphanedSince() != null)
                        .isEmpty())
                .toList());
    }

    List<ModuleDiff> addTo(List<ModuleDiff> modules) {
        return byModule.isEmpty()
                ? modules
                : modules.stream()
                        .map(module -> module.withUnscanned(byModule.getOrDefault(module.name(), List.of())))
                        .toList();
    }
}
