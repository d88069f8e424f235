package dev.synchronizer.commit;

import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.saving.Asked;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.SavePath;
import dev.synchronizer.saving.SaveWay;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.saving.Unit;
import java.util.List;
import java.util.function.Predicate;

/** Asks those who look at saves about what a plan does to types and properties (G): they may veto, and not change it. */
public final class ModelSaves {
    private static final SaveOptions OPTIONS = SaveOptions.standard().from(SaveOrigin.MODEL_SYNC);

    private final SaveWay way;
    private final String actor;

    /**
     * Prepares to ask.
     *
     * @param actor who is to carry the plan out
     */
    public ModelSaves(SaveWay way, String actor) {
        this.way = way;
        this.actor = actor;
    }

    /** A plan, and who is to be told of it once it is carried out. */
    record AskedPlan(SyncPlan plan, Asked asked) {}

    /** The plan, with a refusal for each veto. It is the same one where nobody looks. */
    public SyncPlan asked(SyncPlan plan) {
        return ask(plan, type -> way.path().observes(SubjectKind.MODEL, type)).plan();
    }

    /** The same for a plan that is about to be carried out: others may be told of it, too. */
    AskedPlan ask(SyncPlan plan, Unit unit) {
        return ask(plan, type -> way.path().isAwaited(unit, SubjectKind.MODEL, type));
    }

    private AskedPlan ask(SyncPlan plan, Predicate<String> looked) {
        SavePath path = way.path();
        List<ModelDraft> drafts = ModelDrafts.of(plan, actor, looked);
        if (drafts.isEmpty()) {
            return new AskedPlan(plan, Asked.nobody());
        }
        Asked asked = path.ask(way.units(), drafts, OPTIONS);
        return new AskedPlan(asked.refusals().isEmpty() ? plan : plan.withProblems(asked.refusals()), asked);
    }
}
