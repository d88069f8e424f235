package dev.synchronizer.diff;

import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.problem.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Compares what code declares with what is stored (C). */
public final class ModelComparison {
    private ModelComparison() {}

    /**
     * Finds for every type and property exactly one state, with its reasons. Knows nothing of stored content: grades
     * are the worst that could happen.
     */
    public static ModelDiff compare(StoredModel stored, ContentModel code, Scope scope) {
        StoredIndex index = new StoredIndex(stored);
        Modules modules = Modules.compare(index, code, scope);
        TypeMatching matching = TypeMatching.match(index, modules);
        GatedTypes gated = GatedTypes.find(modules, matching);
        ScopedTypes scoped = ScopedTypes.of(scope, index, matching);
        List<TypeDiff> types = new ArrayList<>();
        TypeComparison comparison = new TypeComparison(index, matching);
        for (DeclaredType declared : matching.declaredTypes()) {
            if (scoped.contains(declared)) {
                types.add(
                        gated.contains(declared)
                                ? comparison.leaveAlone(declared, gated.reasonFor(declared))
                                : comparison.compare(declared));
            }
        }
        UndeclaredTypes undeclared = new UndeclaredTypes(index, modules, scope);
        matching.unclaimed().stream()
                .filter(scoped::contains)
                .forEach(type -> undeclared.find(type).ifPresent(types::add));
        types.sort(Comparator.comparing(TypeDiff::name).thenComparing(TypeDiff::module));
        Problems problems = modules.problems().and(scoped.problems()).and(Conflicts.in(types));
        UnscannedTypes unscanned = new UnscannedTypes(index, matching, scope);
        return new ModelDiff(stored, unscanned.addTo(modules.asList()), types, problems);
    }
}
