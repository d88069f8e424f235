package dev.synchronizer.plan;

import dev.synchronizer.problem.ProblemKind;
import dev.synchronizer.problem.Problems;
import java.util.List;

/**
 * Every change that a synchronization would make. A dry run shows it; a commit makes it again under the lock and
 * carries out that one (D2).
 *
 * @param revision the revision of the stored model that it stands on
 * @param summary the plan in numbers
 * @param modules the modules, sorted by name
 * @param types the types, sorted by name; empty where only the numbers were remembered
 * @param problems what is wrong or worth knowing
 * @param suppressed warnings that the models' authors accept (B11)
 */
public record SyncPlan(
        long revision,
        Summary summary,
        List<ModulePlan> modules,
        List<TypePlan> types,
        Problems problems,
        Problems suppressed) {

    public SyncPlan {
        modules = List.copyOf(modules);
        types = List.copyOf(types);
    }

    /** Whether at least one type or property is to be created, updated or deleted (C2). */
    public boolean isPending() {
        return types.stream()
                .anyMatch(type -> type.action().isPending()
                        || type.properties().stream().anyMatch(p -> p.action().isPending()));
    }

    /** Whether a commit would write anything: changes, or just a module's higher version. */
    public boolean hasWork() {
        return isPending() || modules.stream().anyMatch(m -> m.outcome() != ModulePlan.Outcome.LEAVE);
    }

    /** What forbids to commit this plan; empty where nothing does. */
    public Problems refusals() {
        return problems.only(problem -> problem.code().kind() == ProblemKind.REFUSAL);
    }

    /** This plan without a word on names of types and modules that the caller used. */
    SyncPlan withoutUsageProblems() {
        Problems others = problems.only(problem -> problem.code().kind() != ProblemKind.USAGE);
        return new SyncPlan(revision, summary, modules, types, others, suppressed);
    }

    /** This plan with more that is wrong or worth knowing. */
    public SyncPlan withProblems(Problems more) {
        return new SyncPlan(revision, summary, modules, types, problems.and(more), suppressed);
    }

    /** This plan with more warnings that the models' authors accept. */
    public SyncPlan withSuppressed(Problems more) {
        return new SyncPlan(revision, summary, modules, types, problems, suppressed.and(more));
    }

    /** What a start right after the commit of this plan would find: nothing to do. Its types are left out. */
    public SyncPlan settled(long revisionAfter) {
        return Settlement.of(this, revisionAfter);
    }

    /** Whether it leaves an orphan, marked or to be marked, which may be due at any later start. */
    public boolean keepsOrphans() {
        return Settlement.keepsOrphans(types);
    }
}
