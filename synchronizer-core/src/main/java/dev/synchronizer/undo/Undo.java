package dev.synchronizer.undo;

import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleVersion;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.plan.ModulePlan;
import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.TypePlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The inverse of a run: the code as it would be without the run, to be compared with what is stored and planned like any
 * other, and what keeps the run from being undone as a whole (D8).
 */
public final class Undo {
    private final long run;
    private final BeforeRun before;
    private final StoredModel now;
    private final ContentModel model;
    private final Problems conflicts;
    private final Set<String> touchedLater = new TreeSet<>();

    private Undo(
            long run, BeforeRun before, List<LaterRun> later, StoredModel now, ContentModel model, Problems conflicts) {
        this.run = run;
        this.before = before;
        this.now = now;
        this.model = model;
        this.conflicts = conflicts;
        later.forEach(each -> touchedLater.addAll(each.modules()));
    }

    /**
     * Works out what a run's undoing would lead to.
     *
     * @param run its number
     * @param before what stood before the run
     * @param later the runs since that are not undone, the oldest first
     * @param lost the properties of which the run lost values
     * @param now what is stored
     */
    public static Undo of(long run, BeforeRun before, List<LaterRun> later, List<String> lost, StoredModel now) {
        UndoConflicts conflicts = UndoConflicts.find(before, later, lost, now);
        CodeWithoutRun code = CodeWithoutRun.of(before, conflicts.undoable(), now);
        return new Undo(run, before, later, now, code.model(), conflicts.problems());
    }

    /** The code as it would be without the run. */
    public ContentModel model() {
        return model;
    }

    /** The run, for the record. */
    public UndoneRun undone() {
        return new UndoneRun(run, before.overrides());
    }

    /** What was stored when this was worked out. */
    public long revision() {
        return now.revision();
    }

    /** Only what the run touched; what it made and is not in use any more goes. */
    public Policy policy(boolean allowLossy) {
        Set<String> names = new TreeSet<>();
        for (StoredType type : now.types()) {
            boolean touched = before.touched().stream().anyMatch(each -> each.typeId() == type.id());
            if (touched) {
                names.add(type.name());
            }
        }
        before.touched().stream()
                .filter(each -> each.deed() != BeforeRun.Deed.CREATED || !each.isType())
                .map(BeforeRun.Touched::type)
                .filter(name -> model.types().anyMatch(type -> type.name().equals(name)))
                .forEach(names::add);
        Scope scope = Scope.everything().gone(goneModules());
        Scope touched = names.isEmpty() ? scope : scope.onlyTypes(names);
        Policy policy = Policy.standard().withScope(touched).withOrphans(new OrphanPolicy.MadeByRun(before.made()));
        return allowLossy ? policy.allowingLossy() : policy;
    }

    private List<String> goneModules() {
        return now.modules().stream()
                .map(StoredModule::name)
                .filter(name -> model.modules().stream()
                        .noneMatch(module -> module.name().equals(name)))
                .toList();
    }

    /** The plan of the comparison with rows and versions as they were, and with what keeps it from being carried out. */
    public SyncPlan complete(SyncPlan planned, StoredModel stored) {
        List<TypePlan> types = planned.types().stream()
                .map(new FormerRows(before, now)::restored)
                .toList();
        List<ModulePlan> modules = planned.modules().stream()
                .map(module -> module.state() == ModuleState.GONE ? module.undone() : withFormerVersion(module))
                .map(new ServedNames(before, now)::restored)
                .toList();
        Problems problems = conflicts.and(UsedSince.find(before, types));
        // The version goes back with the model.
        Problems others = planned.problems().only(problem -> problem.code() != ProblemCode.CHANGED_WITHOUT_VERSION);
        SyncPlan plan = planned.with(modules, types).withOnlyProblems(others.and(problems));
        return stored.revision() == now.revision() ? plan : plan.withProblems(Problems.of(stale()));
    }

    private static Problem stale() {
        return Problem.of(
                ProblemCode.PLAN_STALE, "plan", "what is stored has changed while the run's inverse was planned");
    }

    /**
     * The version goes back, so that nodes with the code of then are served again, unless something of a later run would
     * stand under it, which those nodes would take back (C3).
     */
    private ModulePlan withFormerVersion(ModulePlan module) {
        BeforeRun.Module former = before.module(module.name());
        StoredModule stored = stored(module.name());
        if (former == null || former.snapshot() == null || stored == null) {
            return module;
        }
        boolean raisedSince = ModuleVersion.compareInFull(stored.version(), former.version()) > 0;
        boolean differs =
                ModuleVersion.compareInFull(stored.version(), former.snapshot().version()) != 0;
        return raisedSince || !differs || touchedLater.contains(module.name())
                ? module
                : module.takenBackTo(former.snapshot().version(), stored);
    }

    private @Nullable StoredModule stored(String name) {
        return now.modules().stream()
                .filter(module -> module.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
