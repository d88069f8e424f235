package dev.synchronizer.diff;

import dev.synchronizer.model.StoredModel;
import dev.synchronizer.problem.Problems;
import java.util.List;

/**
 * How all that code declares compares with all that is stored.
 *
 * @param stored what the comparison stands on
 * @param modules the modules, scanned or stored, sorted by name
 * @param types the types, declared or stored, sorted by name; of admin-made types that code does not declare,
 *     those alone are here that keep orphans of a class that went
 * @param problems what the comparison found to be wrong or worth knowing
 */
public record ModelDiff(StoredModel stored, List<ModuleDiff> modules, List<TypeDiff> types, Problems problems) {
    public ModelDiff {
        modules = List.copyOf(modules);
        types = List.copyOf(types);
    }
}
