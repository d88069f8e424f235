package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.diff.Reason;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Types that move out of a module that is not scanned and lack some of its properties. The code may be an older one that
 * was packed into another module, or another application's: no version gate sees that.
 */
final class MovesWithLoss {
    private MovesWithLoss() {}

    static Stream<Problem> find(List<ModulePlan> modules, List<TypePlan> types) {
        List<String> absent = modules.stream()
                .filter(module -> module.state() == ModuleState.ABSENT)
                .map(ModulePlan::name)
                .toList();
        return absent.isEmpty() ? Stream.empty() : types.stream().flatMap(type -> problems(type, absent));
    }

    private static Stream<Problem> problems(TypePlan type, List<String> absent) {
        StoredType stored = type.diff().stored();
        if (stored == null
                || !type.diff().reasons().contains(Reason.MODULE_CHANGED)
                || !absent.contains(stored.module())) {
            return Stream.empty();
        }
        List<String> lost = type.properties().stream()
                .filter(property -> property.state() == ChangeState.ORPHANED)
                .map(PropertyPlan::name)
                .toList();
        return lost.isEmpty()
                ? Stream.empty()
                : Stream.of(Problem.of(
                        ProblemCode.MOVED_WITH_LOSS,
                        type.name(),
                        "module %s, which is not scanned, committed it; %s declares it without %s"
                                .formatted(stored.module(), type.diff().module(), String.join(", ", lost))));
    }
}
