package dev.synchronizer.spring;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.plan.Action;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many content types stand how; each type counts once.
 *
 * @param inSync declared and stored alike
 * @param pending to be created, updated or deleted
 * @param gated left alone, as a newer release has committed
 * @param conflict contradicted by what is stored: somebody has to decide
 * @param orphaned no longer declared, and kept
 * @param absent of a module or package that is not scanned
 */
public record TypeCounts(int inSync, int pending, int gated, int conflict, int orphaned, int absent) {
    /** Counts types as they stand while the plan is not carried out. */
    static TypeCounts before(SyncPlan plan) {
        List<TypePlan> types = plan.types();
        if (types.isEmpty()) {
            // Only the numbers of a plan with nothing to do are remembered.
            return of(plan.summary().types(), 0);
        }
        List<TypePlan> left = types.stream().filter(type -> !isPending(type)).toList();
        return of(count(left), types.size() - left.size());
    }

    /** Counts types as they stand once the plan has been carried out. */
    static TypeCounts after(SyncPlan plan) {
        return of(
                count(plan.types().stream().filter(TypeCounts::isOursAfterwards).toList()), 0);
    }

    static boolean isPending(TypePlan type) {
        return type.action().isPending()
                || type.properties().stream()
                        .anyMatch(property -> property.action().isPending());
    }

    /** Neither deleted nor given back to the administrators. */
    private static boolean isOursAfterwards(TypePlan type) {
        boolean isLeft = type.action() != Action.DELETE;
        return isLeft
                && (!isPending(type)
                        || type.state() == ChangeState.ORPHANED
                        || type.diff().after() != null);
    }

    private static Map<ChangeState, Integer> count(List<TypePlan> types) {
        Map<ChangeState, Integer> counts = new EnumMap<>(ChangeState.class);
        types.forEach(type -> counts.merge(type.state(), 1, Integer::sum));
        return counts;
    }

    private static TypeCounts of(Map<ChangeState, Integer> counts, int pending) {
        int inSync = counts.getOrDefault(ChangeState.IDENTICAL, 0)
                + counts.getOrDefault(ChangeState.UPDATED, 0)
                + counts.getOrDefault(ChangeState.NEW, 0);
        return new TypeCounts(
                inSync,
                pending,
                counts.getOrDefault(ChangeState.GATED, 0),
                counts.getOrDefault(ChangeState.CONFLICT, 0),
                counts.getOrDefault(ChangeState.ORPHANED, 0),
                counts.getOrDefault(ChangeState.ABSENT, 0));
    }
}
