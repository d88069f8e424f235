package dev.synchronizer.catalog;

import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.model.ModuleVersion;
import dev.synchronizer.model.StoredModel;
import java.util.Map;

/** A node that never synchronized. */
final class NoOwnModels implements OwnModels {
    @Override
    public Map<String, ModuleVersion> versions() {
        return Map.of();
    }

    @Override
    public ModelDiff compare(StoredModel stored) {
        throw new AssertionError("nobody knows this node's models");
    }
}
