package dev.synchronizer.diff;

import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds stored types by what identifies them, and the code that was last committed of each. */
final class StoredIndex {
    private final StoredModel stored;
    private final Map<UUID, StoredType> byGuid = new HashMap<>();
    private final Map<String, StoredType> byName = new HashMap<>();
    private final Map<String, Map<String, TypeModel>> committed = new HashMap<>();

    StoredIndex(StoredModel stored) {
        this.stored = stored;
        for (StoredType type : stored.types()) {
            byGuid.put(type.guid(), type);
            byName.put(type.name(), type);
        }
        for (StoredModule module : stored.modules()) {
            committed.put(module.name(), module.snapshot().typesByName());
        }
    }

    StoredModel stored() {
        return stored;
    }

    @Nullable
    StoredType withGuid(UUID guid) {
        return byGuid.get(guid);
    }

    @Nullable
    StoredType named(String name) {
        return byName.get(name);
    }

    /** What code said of the type when it was last committed; null where code never did. */
    @Nullable
    TypeModel committed(StoredType type) {
        Map<String, TypeModel> types = type.module() == null ? null : committed.get(type.module());
        return types == null ? null : types.get(type.name());
    }
}
