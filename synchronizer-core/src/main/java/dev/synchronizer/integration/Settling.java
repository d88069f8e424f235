package dev.synchronizer.integration;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemKind;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.TaskQueue;
import dev.synchronizer.store.TaskQueue.Work;
import dev.synchronizer.task.Claim;
import dev.synchronizer.task.Dispatch;
import dev.synchronizer.task.Done;
import dev.synchronizer.task.Failing;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps what became of tasks of one connector, together with what was bound meanwhile. */
final class Settling {
    private final String connector;
    private final TaskQueue queue;
    private final Dispatch dispatch;
    private final Failing failing;

    Settling(String connector, TaskQueue queue, Dispatch dispatch, Failing failing) {
        this.connector = connector;
        this.queue = queue;
        this.dispatch = dispatch;
        this.failing = failing;
    }

    /** What is thrown is passed on, but for what could not even be written about it. */
    static TaskAnswer caught(Throwable e) {
        if (e instanceof VirtualMachineError error && !(e instanceof StackOverflowError)) {
            throw error;
        }
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return e instanceof UnknownForeignIdException missing ? TaskAnswer.missing(missing) : TaskAnswer.thrown(e);
    }

    /** What keeps an item from being saved, each problem by itself; a failing database says nothing of the task. */
    static TaskAnswer refused(ProblemsException e) {
        return TaskAnswer.of(
                isFailure(e) ? Outcome.SKIP_NOW : Outcome.ERROR,
                e.problems().errors().stream().map(Problem::toString).toList());
    }

    private static boolean isFailure(ProblemsException e) {
        return e.problems().stream().anyMatch(problem -> problem.code().kind() == ProblemKind.FAILURE);
    }

    /**
     * Keeps what a connector has said, and what it has bound; where that cannot be bound, this counts instead.
     *
     * @param uncertain whether what has failed may have been done nevertheless
     */
    Done keep(Claim claim, TaskAnswer answer, boolean uncertain, Map<String, UUID> bound) {
        try {
            return new Done(claim, queue.working(work -> keep(work, claim, answer, uncertain, bound)), answer.rest());
        } catch (ProblemsException e) {
            if (bound.isEmpty() || isFailure(e)) {
                throw e;
            }
            return keep(claim, TaskAnswer.thrown(e), uncertain, Map.of());
        }
    }

    private StoredDelivery keep(Work work, Claim claim, TaskAnswer answer, boolean uncertain, Map<String, UUID> bound) {
        List<StoredDelivery> mine = dispatch.settle(
                work, List.of(claim), (any, each, delivery) -> settled(work, claim, delivery, answer, uncertain));
        if (!mine.isEmpty()) {
            new Bindings(connector).write(work, bound, dispatch.now());
        }
        return current(work, claim);
    }

    /**
     * Keeps that a task is done, in the transaction in which it was.
     *
     * @return whether that is so; not where somebody else has taken it meanwhile, and then nothing of it is to stay
     */
    boolean done(Work work, Claim claim, Map<String, UUID> bound) {
        new Bindings(connector).write(work, bound, dispatch.now());
        List<StoredDelivery> mine = dispatch.settle(
                work,
                List.of(claim),
                (any, each, delivery) -> delivery.ended(DeliveryState.DONE, dispatch.now(), null));
        return !mine.isEmpty();
    }

    Done current(Claim claim) {
        return Done.reached(claim, queue.working(work -> current(work, claim)));
    }

    private static StoredDelivery current(Work work, Claim claim) {
        return work.find(claim.delivery().task(), claim.delivery().channel()).orElse(claim.delivery());
    }

    private StoredDelivery settled(
            Work work, Claim claim, StoredDelivery delivery, TaskAnswer answer, boolean uncertain) {
        String said = answer.json();
        if (answer.missing().isPresent()) {
            return awaiting(work, claim, delivery, answer.missing().get(), said);
        }
        return switch (answer.outcome().orElse(Outcome.ERROR)) {
            case OK ->
                delivery.ended(
                        DeliveryState.DONE, dispatch.now(), answer.messages().isEmpty() ? null : said);
            case ERROR -> failing.failed(delivery, uncertain, answer.pause(), said);
            case ERROR_AND_SKIP -> delivery.ended(DeliveryState.DEAD, dispatch.now(), said);
            case SKIP_NOW -> {
                boolean tried = uncertain && answer.rest().isPresent();
                yield failing.notNow(delivery, claim.uncertain() || tried, answer.pause(), said);
            }
        };
    }

    /** It may have come since somebody looked for it. */
    private StoredDelivery awaiting(Work work, Claim claim, StoredDelivery delivery, String foreignId, String said) {
        boolean there = work.foreignIds().item(connector, foreignId).isPresent();
        return there
                ? delivery.released(dispatch.now(), claim.uncertain())
                : failing.awaiting(delivery, Bindings.key(foreignId), said);
    }
}
