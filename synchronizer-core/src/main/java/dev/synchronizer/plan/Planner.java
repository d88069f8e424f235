package dev.synchronizer.plan;

import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.model.Usage;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.validate.Validation;
import java.time.Instant;
import java.util.List;

/** Turns a comparison into a plan: what is done about each difference, and what that does to people. */
public final class Planner {
    private Planner() {}

    /**
     * Plans without looking at anything but its arguments, so that the same arguments always give the same plan.
     *
     * @param validation what was found about the model itself, to be shown with the plan
     * @param now the moment from which quarantines are counted
     */
    public static SyncPlan plan(ModelDiff diff, Policy policy, Usage usage, Validation validation, Instant now) {
        SavedOverrides saved = new SavedOverrides(diff.stored());
        OwnSettings ownSettings = new OwnSettings(diff.stored());
        Orphans orphans = new Orphans(policy, usage, now);
        Concerns concerns = new Concerns(usage, new Embedders(diff.stored()));
        List<AdminMadeReferences.Reference> adminMade = AdminMadeReferences.in(diff, orphans, ownSettings);
        TypePlanning planning = new TypePlanning(
                orphans,
                new SettingEffects(saved, concerns),
                concerns,
                new RowPlanning(new GuidAllocation(diff), ownSettings, now),
                ownSettings,
                References.toOrphans(diff, adminMade, orphans),
                new Suggestions(diff.types()));

        List<TypePlan> planned = diff.types().stream().map(planning::plan).toList();
        ReferenceRenaming renaming = ReferenceRenaming.of(planned);
        List<TypePlan> types = planned.stream().map(renaming::applyToRows).toList();
        List<FollowingRow> following = FollowingRow.find(diff.stored(), types, renaming);
        List<ModulePlan> modules = ModulePlanning.plan(diff, types, policy.scope());
        List<StepPlan> steps = StepPlanning.plan(diff, policy);
        Problems judged =
                StepJudgement.afterSteps(Judgement.of(diff, modules, types, adminMade, policy, usage), steps, policy);
        return new SyncPlan(
                diff.stored().revision(),
                Summary.of(types, following),
                modules,
                types,
                following,
                OverridePlanning.plan(diff, types, saved, policy.scope()),
                steps,
                judged.and(StepJudgement.of(diff, steps, policy))
                        .and(diff.problems())
                        .and(validation.problems()),
                validation.suppressed());
    }
}
