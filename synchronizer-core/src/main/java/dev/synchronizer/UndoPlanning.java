package dev.synchronizer;

import dev.synchronizer.commit.Planning;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.Usage;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.plan.Planner;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.RunRecord;
import dev.synchronizer.undo.BeforeRunJson;
import dev.synchronizer.undo.LaterRun;
import dev.synchronizer.undo.Undo;
import dev.synchronizer.undo.UndoneRun;
import dev.synchronizer.validate.Validation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes the plan of a run's inverse (D8). */
final class UndoPlanning implements Planning {
    private final Undo undo;
    private final Policy policy;
    private final StoredComparison comparison;
    private final Instant now;

    private UndoPlanning(Undo undo, boolean allowLossy, StoredComparison comparison, Instant now) {
        this.undo = undo;
        this.policy = undo.policy(allowLossy);
        this.comparison = comparison;
        this.now = now;
    }

    /**
     * Reads what is recorded of a run and of those since.
     *
     * @throws ProblemsException if there is no such run, or what stood before it is not recorded
     */
    static UndoPlanning of(
            long run,
            JdbcStore store,
            StoredModel stored,
            boolean allowLossy,
            StoredComparison comparison,
            Instant now) {
        RunRecord record = store.run(run)
                .orElseThrow(() -> ending(ProblemCode.UNKNOWN_RUN, run, "there is no run of this number"));
        if (record.before() == null) {
            throw ending(
                    ProblemCode.CANNOT_BE_UNDONE,
                    run,
                    "an older release ran it, and did not note what had stood before");
        }
        List<LaterRun> later = new ArrayList<>();
        store.eachRunAfter(run, (id, before) -> later.add(LaterRun.of(id, BeforeRunJson.read(before))));
        Undo undo = Undo.of(
                run, BeforeRunJson.read(record.before()), LaterRun.standing(later), store.lostProperties(run), stored);
        return new UndoPlanning(undo, allowLossy, comparison, now);
    }

    private static ProblemsException ending(ProblemCode code, long run, String message) {
        return new ProblemsException(Problem.of(code, "run " + run, message), null);
    }

    UndoneRun undone() {
        return undo.undone();
    }

    /** Plans outside of a run. */
    SyncPlan plan(StoredModel stored) {
        ModelDiff diff = comparison.compared(stored, undo.model(), policy);
        return planned(diff, comparison.count(diff));
    }

    @Override
    public SyncPlan plan(StoredModel stored, ContentReads content) {
        ModelDiff diff = comparison.compared(stored, undo.model(), policy);
        return planned(diff, comparison.count(diff, content));
    }

    private SyncPlan planned(ModelDiff diff, Usage usage) {
        return undo.complete(Planner.plan(diff, policy, usage, Validation.nothing(), now), diff.stored());
    }
}
