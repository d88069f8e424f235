package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Works out what a comparison would find after a commit without comparing again: what was created or updated is
 * identical, what was deleted is nowhere, and what was left alone is what it was.
 */
final class Settlement {
    private Settlement() {}

    static SyncPlan of(SyncPlan committed, long revision) {
        Set<String> saved = new HashSet<>();
        List<ModulePlan> modules = new ArrayList<>();
        for (ModulePlan module : committed.modules()) {
            modules.add(after(module));
            if (module.after() != null) {
                saved.add(module.name());
            }
        }
        Problems problems = committed.problems().only(problem -> !isAnswered(problem, saved));
        return new SyncPlan(revision, summary(committed), modules, List.of(), problems, committed.suppressed());
    }

    private static ModulePlan after(ModulePlan module) {
        boolean processed =
                module.after() != null && (module.state() == ModuleState.NEW || module.state() == ModuleState.NEWER);
        return new ModulePlan(
                module.name(),
                module.version(),
                module.after() == null ? module.storedVersion() : module.after().version(),
                processed ? ModuleState.SAME : module.state(),
                module.fingerprint(),
                module.after() == null
                        ? module.storedFingerprint()
                        : module.after().fingerprint(),
                ModulePlan.Outcome.LEAVE,
                null);
    }

    /**
     * That a model differs from the committed one is no longer so once it is the committed one, and rules may be other ones
     * by the next start.
     */
    private static boolean isAnswered(Problem problem, Set<String> savedModules) {
        return problem.code() == ProblemCode.CHANGED_WITHOUT_VERSION && savedModules.contains(problem.subject())
                || problem.code() == ProblemCode.OUTDATED_RULE;
    }

    private static Summary summary(SyncPlan committed) {
        Stream<ChangeState> types = committed.types().stream().flatMap(type -> after(type.state(), type.isDeclared()));
        Stream<ChangeState> properties = committed.types().stream()
                .flatMap(type -> type.properties().stream())
                .flatMap(property -> after(property.state(), property.isDeclared()));
        return new Summary(Summary.count(types), Summary.count(properties), 0, Grade.COMPATIBLE);
    }

    private static Stream<ChangeState> after(ChangeState state, boolean declared) {
        return switch (state) {
            case NEW, UPDATED, IDENTICAL -> declared ? Stream.of(ChangeState.IDENTICAL) : Stream.empty();
            case ORPHANED -> Stream.empty();
            case GATED, CONFLICT, ABSENT -> Stream.of(state);
        };
    }

    /** Whether an orphan is left, which may be due at any later start. */
    static boolean keepsOrphans(List<TypePlan> types) {
        return types.stream()
                .anyMatch(type -> isKept(type.state(), type.action())
                        || type.properties().stream().anyMatch(p -> isKept(p.state(), p.action())));
    }

    private static boolean isKept(ChangeState state, Action action) {
        return state == ChangeState.ORPHANED && action != Action.DELETE;
    }
}
