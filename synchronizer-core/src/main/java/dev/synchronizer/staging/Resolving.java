package dev.synchronizer.staging;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.StagedSubjects;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.Dispatch;
import dev.synchronizer.task.Payload.About;
import dev.synchronizer.task.PayloadJson;
import dev.synchronizer.task.ServerChannel;
import dev.synchronizer.task.TaskKey;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Carries out what somebody has decided about a conflict. */
final class Resolving {
    private static final SaveOptions OPTIONS = SaveOptions.standard().from(SaveOrigin.STAGING);

    private final Supplier<Map<String, StagedSubjects>> kinds;
    private final Dispatch dispatch;
    private final TargetRuns runs;
    private final Logging logging;

    Resolving(Supplier<Map<String, StagedSubjects>> kinds, Dispatch dispatch, TargetRuns runs, Logging logging) {
        this.kinds = kinds;
        this.dispatch = dispatch;
        this.runs = runs;
        this.logging = logging;
    }

    void resolve(StagedTask conflict, ServerChannel target, Resolution resolution) {
        switch (resolution) {
            case OURS -> decide(conflict, target, ConflictPolicy.OURS);
            case MERGE -> decide(conflict, target, ConflictPolicy.MERGE);
            case THEIRS -> takeOver(conflict, target);
        }
    }

    /** It is kept along with the task, for the server may be away. */
    private void decide(StagedTask conflict, ServerChannel target, ConflictPolicy decided) {
        Answer shown = conflict.answer().orElseThrow();
        String outcome = AnswerJson.write(shown, Optional.of(Decision.about(shown, decided)));
        runs.at(target).decided(conflict.task().id(), outcome);
    }

    private void takeOver(StagedTask conflict, ServerChannel target) {
        StoredTask task = conflict.task();
        About about = PayloadJson.read(task.payload()).about();
        TaskKey key = TaskKey.parse(task.key());
        StagedSubjects subjects = kinds.get().get(key.kind());
        TakingOver taking = new TakingOver(conflict, target, dispatch, logging);
        if (subjects == null
                || subjects.within(key, about, OPTIONS, taking::take).isEmpty()) {
            throw new ProblemsException(
                    Problem.of(
                            ProblemCode.NO_CONFLICT,
                            task.key(),
                            "the type " + about.type() + " is not on this server any more"),
                    null);
        }
    }
}
