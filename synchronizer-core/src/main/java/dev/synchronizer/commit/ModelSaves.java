package dev.synchronizer.commit;

import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.saving.Asked;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.SavePath;
import dev.synchronizer.saving.SaveWay;
import dev.synchronizer.saving.SubjectKind;
import java.util.List;

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
        return ask(plan).plan();
    }

    AskedPlan ask(SyncPlan plan) {
        SavePath path = way.path();
        List<ModelDraft> drafts = ModelDrafts.of(plan, actor, type -> path.observes(SubjectKind.MODEL, type));
        if (drafts.isEmpty()) {
            return new AskedPlan(plan, Asked.nobody());
        }
        Asked asked = path.ask(way.units(), drafts, OPTIONS);
        return new AskedPlan(asked.refusals().isEmpty() ? plan : plan.withProblems(asked.refusals()), asked);
    }
}
