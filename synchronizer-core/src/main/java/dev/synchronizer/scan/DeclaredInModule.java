package dev.synchronizer.scan;

import dev.synchronizer.model.TypeModel;
import java.util.ArrayList;
import java.util.List;

/** What one container declares of a module. */
record DeclaredInModule(List<TypeModel> types, List<DeclaredStep> steps) {
    DeclaredInModule() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    boolean isEmpty() {
        return types.isEmpty() && steps.isEmpty();
    }

    void addAll(DeclaredInModule others) {
        types.addAll(others.types);
        steps.addAll(others.steps);
    }
}
