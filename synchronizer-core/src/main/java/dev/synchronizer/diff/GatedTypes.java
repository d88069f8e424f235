package dev.synchronizer.diff;

import dev.synchronizer.model.StoredType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The declared types that a newer version of a module keeps this run from touching (C3). */
final class GatedTypes {
    private final Map<DeclaredType, Reason> reasons = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    private GatedTypes() {}

    static GatedTypes find(Modules modules, TypeMatching matching) {
        GatedTypes gated = new GatedTypes();
        for (DeclaredType type : matching.declaredTypes()) {
            StoredType stored = matching.storedOf(type);
            if (modules.stateOf(type.module()) == ModuleState.GATED) {
                gated.add(type, Reason.OLDER_MODULE);
            } else if (needsGatedModule(type, modules)
                    || stored != null && modules.stateOf(stored.module()) == ModuleState.GATED) {
                gated.add(type, Reason.DEPENDS_ON_OLDER_MODULE);
            }
        }
        if (!gated.reasons.isEmpty()) {
            gated.spread(matching.declaredTypes());
        }
        return gated;
    }

    private static boolean needsGatedModule(DeclaredType type, Modules modules) {
        return type.model().superModules().stream().anyMatch(modules::isOlder);
    }

    private void spread(List<DeclaredType> types) {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (DeclaredType type : types) {
                if (!contains(type) && needsGatedType(type)) {
                    add(type, Reason.DEPENDS_ON_OLDER_MODULE);
                    grown = true;
                }
            }
        }
    }

    private boolean needsGatedType(DeclaredType type) {
        return type.model().superTypes().stream().anyMatch(names::contains)
                || type.model().embeddedTypes().stream().anyMatch(names::contains);
    }

    private void add(DeclaredType type, Reason reason) {
        reasons.put(type, reason);
        names.add(type.name());
    }

    boolean contains(DeclaredType type) {
        return reasons.containsKey(type);
    }

    Reason reasonFor(DeclaredType type) {
        return Objects.requireNonNull(reasons.get(type));
    }
}
