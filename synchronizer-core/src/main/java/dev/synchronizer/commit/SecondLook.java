package dev.synchronizer.commit;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.plan.Action;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.store.SyncTransaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Plans while nobody can save content of the types that the plan changes: what is written before they are locked is
 * counted, and what would be written later has to wait (D5).
 */
final class SecondLook {
    private static final List<Action> KEEPING = List.of(Action.UPDATE, Action.KEEP);

    private SecondLook() {}

    static SyncPlan plan(SyncTransaction transaction, StoredModel stored, Planning planning) {
        SyncPlan first = planning.plan(stored, transaction.content());
        if (!first.refusals().isEmpty() || !first.hasWork()) {
            return first;
        }
        transaction.lockTypes(LockedTypes.of(first, stored));
        if (first.types().stream().noneMatch(LockedTypes::isCounted)) {
            return first;
        }
        SyncPlan second = planning.plan(stored, transaction.content());
        return second.withProblems(keptAfterAll(first, second));
    }

    /** A plan that follows migration steps, telling what the one before them told of what it keeps. */
    static SyncPlan told(SyncPlan plan, SyncPlan beforeSteps) {
        Set<String> kept = new HashSet<>();
        for (Action action : KEEPING) {
            each(plan, action, (name, blockedBy) -> kept.add(name));
        }
        return plan.withProblems(beforeSteps
                .problems()
                .only(problem -> problem.code() == ProblemCode.KEPT_AFTER_ALL && kept.contains(problem.subject())));
    }

    private static Problems keptAfterAll(SyncPlan first, SyncPlan second) {
        Set<String> going = new HashSet<>();
        each(first, Action.DELETE, (name, blockedBy) -> going.add(name));
        List<Problem> kept = new ArrayList<>();
        for (Action action : KEEPING) {
            each(second, action, (name, blockedBy) -> {
                if (going.contains(name) && !blockedBy.isEmpty()) {
                    kept.add(problem(name, blockedBy));
                }
            });
        }
        return Problems.of(kept);
    }

    private static void each(SyncPlan plan, Action action, BiConsumer<String, List<String>> orphan) {
        for (TypePlan type : plan.types()) {
            if (type.state() == ChangeState.ORPHANED && type.action() == action) {
                orphan.accept(type.name(), type.blockedBy());
            }
            for (PropertyPlan property : type.properties()) {
                if (property.state() == ChangeState.ORPHANED && property.action() == action) {
                    orphan.accept(type.name() + "." + property.name(), property.blockedBy());
                }
            }
        }
    }

    private static Problem problem(String name, List<String> blockedBy) {
        return Problem.of(
                ProblemCode.KEPT_AFTER_ALL,
                name,
                "it was to be deleted, and content of it was saved meanwhile: " + String.join("; ", blockedBy));
    }
}
