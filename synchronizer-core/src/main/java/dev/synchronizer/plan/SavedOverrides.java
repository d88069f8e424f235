package dev.synchronizer.plan;

import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what administrators saved by the id of the type or property. */
final class SavedOverrides {
    private final Map<Long, List<SettingOverride>> byOwner = new HashMap<>();
    private final Map<Long, List<SettingOverride>> byType = new HashMap<>();

    SavedOverrides(StoredModel stored) {
        for (SettingOverride override : stored.overrides()) {
            byOwner.computeIfAbsent(override.ownerId(), id -> new ArrayList<>()).add(override);
            byType.computeIfAbsent(override.typeId(), id -> new ArrayList<>()).add(override);
        }
    }

    boolean isEmpty() {
        return byOwner.isEmpty();
    }

    /** Those of a type and of its properties. */
    List<SettingOverride> ofType(long typeId) {
        return byType.getOrDefault(typeId, List.of());
    }

    @Nullable
    SettingOverride find(long ownerId, SettingKey key) {
        return byOwner.getOrDefault(ownerId, List.of()).stream()
                .filter(override -> override.key() == key)
                .findFirst()
                .orElse(null);
    }
}
