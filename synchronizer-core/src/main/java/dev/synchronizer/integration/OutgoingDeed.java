package dev.synchronizer.integration;

import dev.synchronizer.integration.Unkept.Said;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskQueue;
import dev.synchronizer.task.Claim;
import dev.synchronizer.task.Done;
import dev.synchronizer.task.TaskKey;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Tells another system of a change, by its connector. */
final class OutgoingDeed {
    private final Connector connector;
    private final TaskQueue queue;
    private final Settling settling;
    private final Unkept unkept;

    OutgoingDeed(Connector connector, TaskQueue queue, Settling settling, Unkept unkept) {
        this.connector = connector;
        this.queue = queue;
        this.settling = settling;
        this.unkept = unkept;
    }

    Done run(Claim claim) {
        Said said = unkept.take(claim).orElseGet(() -> said(claim));
        try {
            // What was bound counts whatever came of the rest: the other system has said so.
            return settling.keep(claim, said.answer(), true, said.bound());
        } catch (ProblemsException e) {
            unkept.add(claim, said);
            throw e;
        }
    }

    private Said said(Claim claim) {
        TaskIds ids = new TaskIds(connector.name(), queue);
        TaskAnswer answer;
        try {
            Outcome outcome = connector.process(task(claim), ids);
            answer = TaskAnswer.of(Objects.requireNonNull(outcome, "the connector has said no outcome"));
        } catch (Throwable e) {
            answer = Settling.caught(e);
        }
        return new Said(answer, ids.bound());
    }

    /** What was done first is what the other system has not heard of yet; it is told of the thing as it was saved last. */
    private static OutgoingTask task(Claim claim) {
        StoredTask last = claim.task();
        StoredTask first = claim.tasks().get(0);
        TaskKey key = TaskKey.parse(last.key());
        return new OutgoingTask(
                last.id(),
                last.passed().get(last.passed().size() - 1),
                last.key(),
                SubjectKind.valueOf(last.kind()),
                Objects.requireNonNullElse(last.type(), ""),
                last.name(),
                key.kind().equals(TaskKey.ITEM) ? Optional.of(UUID.fromString(key.id())) : Optional.<UUID>empty(),
                SaveOperation.valueOf(first.operation()),
                last.actor(),
                SaveOrigin.valueOf(last.origin()),
                last.loggedAt(),
                claim.delivery().attempts(),
                last.payload());
    }
}
