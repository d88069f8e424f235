package dev.synchronizer.catalog;

import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.model.ModuleVersion;
import dev.synchronizer.model.StoredModel;
import java.util.Map;

/** What the code of this node declares, as far as the node knows it (C3). */
public interface OwnModels {
    /** The versions of this node's modules, by their names; none where it does not know them. */
    Map<String, ModuleVersion> versions();

    /** Compares this node's own code with what is stored. Asked only where one of its modules is gated. */
    ModelDiff compare(StoredModel stored);
}
