package dev.synchronizer.staging;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.Arrivals;
import dev.synchronizer.saving.Arrivals.Arrival;
import dev.synchronizer.saving.StagedSubject;
import dev.synchronizer.staging.Answer.Outcome;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskWrites;
import dev.synchronizer.task.Dispatch;
import dev.synchronizer.task.Payload;
import dev.synchronizer.task.PayloadJson;
import dev.synchronizer.task.ServerChannel;
import dev.synchronizer.task.Stamps;
import dev.synchronizer.task.StateChange;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes over what another server holds, in the unit of work in which the thing is locked. What waits to be told of it there is
 * ended, for it stands on what is given up; what this server holds otherwise nevertheless is told anew, held against what the
 * other one holds.
 */
final class TakingOver {
    private static final Answer TAKEN_OVER =
            Answer.of(Outcome.UNCHANGED, List.of("this server has taken over what the other one holds"));

    private final StagedTask conflict;
    private final ServerChannel target;
    private final Dispatch dispatch;
    private final Logging logging;
    private final Payload payload;
    private final Answer answer;

    TakingOver(StagedTask conflict, ServerChannel target, Dispatch dispatch, Logging logging) {
        this.conflict = conflict;
        this.target = target;
        this.dispatch = dispatch;
        this.logging = logging;
        payload = PayloadJson.read(conflict.task().payload());
        answer = conflict.answer().orElseThrow();
    }

    boolean take(StagedSubject subject) {
        TaskWrites tasks = subject.unit().content().tasks();
        if (!dispatch.decisions().endKey(tasks.work(), conflict.delivery(), AnswerJson.write(TAKEN_OVER))) {
            throw problem("somebody else has decided about the task "
                    + conflict.task().id() + " meanwhile");
        }
        SubjectState there = there();
        SubjectState wanted = merged(subject.current(), there);
        TaskKey key = TaskKey.parse(conflict.task().key());
        List<String> passed = target.server() == null ? List.of() : List.of(target.server());
        Arrivals.of(subject.unit()).expect(key, new Arrival(passed, List.of(), Stamps.none(), wanted, null));
        subject.save(conflict.task().actor(), wanted);
        StateChange left = new StateChange(known(there), known(wanted));
        if (!left.isNone()) {
            logging.log(tasks, anew(tasks, left), List.of(conflict.delivery().channel()));
        }
        return true;
    }

    /** What the other server holds; it may have been too much to be told. */
    private @Nullable SubjectState there() {
        SubjectState current = answer.current();
        boolean nothingTold = answer.clashes().isEmpty();
        if (nothingTold
                || current == null
                        && answer.clashes().stream()
                                .anyMatch(clash -> clash.there().isPresent())) {
            throw problem(
                    "what " + target.name() + " holds was not told in full; decide otherwise, or change it there");
        }
        return current;
    }

    private ProblemsException problem(String message) {
        return new ProblemsException(
                Problem.of(ProblemCode.NO_CONFLICT, conflict.task().key(), message), null);
    }

    /** Theirs at the places at which both are otherwise; what is known here alone, or was changed here behind that, stays. */
    private @Nullable SubjectState merged(@Nullable SubjectState here, @Nullable SubjectState there) {
        if (here == null || there == null) {
            return there;
        }
        SubjectState wanted = here;
        for (var clash : answer.clashes()) {
            wanted = wanted.with(clash.place(), clash.there().orElse(null));
        }
        return wanted;
    }

    /** As far as the task that was in conflict told of it. */
    private @Nullable SubjectState known(@Nullable SubjectState state) {
        return state == null ? null : state.at(payload.knows());
    }

    private StoredTask anew(TaskWrites tasks, StateChange change) {
        String key = conflict.task().key();
        Stamps stamps = Stamps.of(tasks.stamps(Set.of(key)).get(key));
        Payload told = Payload.of(payload.about(), payload.revision(), change, stamps);
        return logging.anew(
                conflict.task(), PayloadJson.write(told), tasks.self().orElseThrow());
    }
}
