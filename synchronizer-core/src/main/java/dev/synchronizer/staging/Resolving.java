package dev.synchronizer.staging;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.Arrivals;
import dev.synchronizer.saving.Arrivals.Arrival;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.StagedSubject;
import dev.synchronizer.saving.StagedSubjects;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskQueue;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.Dispatch;
import dev.synchronizer.task.Payload;
import dev.synchronizer.task.PayloadJson;
import dev.synchronizer.task.ServerChannel;
import dev.synchronizer.task.Stamps;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries out what somebody has decided about a conflict. */
final class Resolving {
    private static final SaveOptions OPTIONS = SaveOptions.standard().from(SaveOrigin.STAGING);

    private final Supplier<Map<String, StagedSubjects>> kinds;
    private final TaskQueue queue;
    private final Dispatch dispatch;
    private final TargetRuns runs;

    Resolving(Supplier<Map<String, StagedSubjects>> kinds, TaskQueue queue, Dispatch dispatch, TargetRuns runs) {
        this.kinds = kinds;
        this.queue = queue;
        this.dispatch = dispatch;
        this.runs = runs;
    }

    void resolve(StagedTask staged, ServerChannel target, Resolution resolution) {
        switch (resolution) {
            case OURS -> decide(staged, target, ConflictPolicy.OURS);
            case MERGE -> decide(staged, target, ConflictPolicy.MERGE);
            case THEIRS -> takeOver(staged, target);
        }
    }

    /** It is kept, for the server may be away. */
    private void decide(StagedTask staged, ServerChannel target, ConflictPolicy decided) {
        String outcome = AnswerJson.write(staged.answer().orElseThrow(), Optional.of(decided));
        runs.at(target).decided(staged.task().id(), outcome);
    }

    /** What is told of the same thing meanwhile comes to nothing too: it stands on what is given up. */
    private void takeOver(StagedTask staged, ServerChannel target) {
        Answer answer = staged.answer().orElseThrow();
        StoredTask task = staged.task();
        requireTold(answer, task);
        Payload payload = PayloadJson.read(task.payload());
        TaskKey key = TaskKey.parse(task.key());
        StagedSubjects subjects = kinds.get().get(key.kind());
        if (subjects == null
                || subjects.within(key, payload.about(), OPTIONS, subject -> save(subject, key, staged, answer, target))
                        .isEmpty()) {
            throw new ProblemsException(
                    Problem.of(
                            ProblemCode.NO_CONFLICT,
                            task.key(),
                            "the type " + payload.about().type() + " is not on this server any more"),
                    null);
        }
        List<Long> waiting = queue.working(
                work -> work
                        .waiting(
                                staged.delivery().channel(),
                                Set.of(staged.delivery().keyHash()))
                        .stream()
                        .map(StoredDelivery::task)
                        .toList());
        for (Long each : waiting) {
            boolean earlier = each <= staged.task().id();
            dispatch.decide(
                    each,
                    staged.delivery().channel(),
                    found -> earlier ? found.ended(DeliveryState.DONE, dispatch.now(), found.outcome()) : found);
        }
    }

    /** Where it was too long to be told, nobody knows what would be taken over. */
    private static void requireTold(Answer answer, StoredTask task) {
        if (answer.clashes().isEmpty()) {
            throw new ProblemsException(
                    new Problem(
                            ProblemCode.NO_CONFLICT,
                            task.key(),
                            "what the other server holds was too long to be told, and cannot be taken over",
                            "decide by --ours or --merge, or have the other server tell it"),
                    null);
        }
    }

    private static boolean save(
            StagedSubject subject, TaskKey key, StagedTask staged, Answer answer, ServerChannel target) {
        SubjectState there = answer.current();
        SubjectState wanted = merged(subject.current(), there, answer);
        List<String> passed = target.server() == null ? List.of() : List.of(target.server());
        Arrivals.of(subject.unit()).expect(key, new Arrival(passed, List.of(), Stamps.none(), wanted, null));
        subject.save(staged.task().actor(), wanted);
        return true;
    }

    /** Theirs at the places at which both are otherwise; what is known here alone stays. */
    private static @Nullable SubjectState merged(
            @Nullable SubjectState here, @Nullable SubjectState there, Answer answer) {
        if (here == null || there == null) {
            return there;
        }
        SubjectState wanted = here;
        for (var clash : answer.clashes()) {
            wanted = wanted.with(clash.place(), clash.there().orElse(null));
        }
        return wanted;
    }
}
