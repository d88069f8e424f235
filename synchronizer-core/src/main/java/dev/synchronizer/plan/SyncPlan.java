package dev.synchronizer.plan;

import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.ProblemKind;
import dev.synchronizer.problem.Problems;
import java.util.List;
import java.util.function.Predicate;

/**
 * Every change that a synchronization would make. A dry run shows it; a commit makes it again under the lock and
 * carries out that one (D2).
 *
 * @param revision the revision of the stored model that it stands on
 * @param summary the plan in numbers
 * @param modules the modules, sorted by name
 * @param types the types, sorted by name; empty where only the numbers were remembered
 * @param following what administrators made and that follows the rename of a type, sorted by name
 * @param overrides what administrators saved and what it is worth after the run, sorted by place; empty where only the
 *     numbers were remembered
 * @param steps the migration steps that the ledger does not know, in the order in which they run
 * @param problems what is wrong or worth knowing
 * @param suppressed warnings that the models' authors accept (B11)
 */
public record SyncPlan(
        long revision,
        Summary summary,
        List<ModulePlan> modules,
        List<TypePlan> types,
        List<FollowingRow> following,
        List<OverridePlan> overrides,
        List<StepPlan> steps,
        Problems problems,
        Problems suppressed) {

    public SyncPlan {
        modules = List.copyOf(modules);
        types = List.copyOf(types);
        following = List.copyOf(following);
        overrides = List.copyOf(overrides);
        steps = List.copyOf(steps);
    }

    /** A plan without migration steps. */
    public SyncPlan(
            long revision,
            Summary summary,
            List<ModulePlan> modules,
            List<TypePlan> types,
            List<FollowingRow> following,
            List<OverridePlan> overrides,
            Problems problems,
            Problems suppressed) {
        this(revision, summary, modules, types, following, overrides, List.of(), problems, suppressed);
    }

    /** A plan that knows nothing of what administrators made and saved. */
    public SyncPlan(
            long revision,
            Summary summary,
            List<ModulePlan> modules,
            List<TypePlan> types,
            Problems problems,
            Problems suppressed) {
        this(revision, summary, modules, types, List.of(), List.of(), problems, suppressed);
    }

    /** Whether at least one type or property is to be created, updated or deleted (C2), or a migration step is to run. */
    public boolean isPending() {
        return steps.stream().anyMatch(step -> step.state() == StepPlan.State.RUN)
                || types.stream()
                        .anyMatch(type -> type.action().isPending()
                                || type.properties().stream()
                                        .anyMatch(p -> p.action().isPending()));
    }

    /** Whether a commit would write anything: changes, just a module's higher version, or a step that need not run. */
    public boolean hasWork() {
        return isPending()
                || !steps.isEmpty()
                || modules.stream().anyMatch(m -> m.outcome() != ModulePlan.Outcome.LEAVE);
    }

    /** What forbids to commit this plan; empty where nothing does. */
    public Problems refusals() {
        return problems.only(problem -> problem.code().kind() == ProblemKind.REFUSAL);
    }

    /** How many overrides of administrators go with a type that is deleted, those of its properties among them. */
    public int overridesDeletedWith(TypePlan type) {
        StoredType stored = type.diff().stored();
        return stored == null || type.action() != Action.DELETE
                ? 0
                : countDeleted(override -> override.typeId() == stored.id());
    }

    /** How many overrides of administrators go with a property that is deleted. */
    public int overridesDeletedWith(PropertyPlan property) {
        StoredProperty stored = property.diff().stored();
        return stored == null || property.action() != Action.DELETE
                ? 0
                : countDeleted(override -> override.ownerId() == stored.id());
    }

    private int countDeleted(Predicate<SettingOverride> where) {
        return (int) overrides.stream()
                .filter(each -> each.state() == OverrideState.DELETED && where.test(each.override()))
                .count();
    }

    /** This plan without a word on names of types and modules that the caller used. */
    SyncPlan withoutUsageProblems() {
        return withOnlyProblems(problems.only(problem -> problem.code().kind() != ProblemKind.USAGE));
    }

    /** This plan with more that is wrong or worth knowing. */
    public SyncPlan withProblems(Problems more) {
        return withOnlyProblems(problems.and(more));
    }

    /** This plan with other problems in place of its own. */
    public SyncPlan withOnlyProblems(Problems others) {
        return new SyncPlan(revision, summary, modules, types, following, overrides, steps, others, suppressed);
    }

    /** This plan with more warnings that the models' authors accept. */
    public SyncPlan withSuppressed(Problems more) {
        return new SyncPlan(
                revision, summary, modules, types, following, overrides, steps, problems, suppressed.and(more));
    }

    /** This plan with other migration steps in place of its own. */
    public SyncPlan withSteps(List<StepPlan> others) {
        return new SyncPlan(revision, summary, modules, types, following, overrides, others, problems, suppressed);
    }

    /** The same, of other modules and types. */
    public SyncPlan with(List<ModulePlan> otherModules, List<TypePlan> otherTypes) {
        return new SyncPlan(
                revision, summary, otherModules, otherTypes, following, overrides, steps, problems, suppressed);
    }

    SyncPlan withoutSuppressed() {
        return new SyncPlan(revision, summary, modules, types, following, overrides, steps, problems, Problems.none());
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
