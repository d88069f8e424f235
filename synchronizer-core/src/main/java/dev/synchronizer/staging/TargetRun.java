package dev.synchronizer.staging;

import dev.synchronizer.staging.Answer.Outcome;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.task.Claim;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.Dispatch;
import dev.synchronizer.task.Failing;
import dev.synchronizer.task.ServerChannel;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Sends what was taken to one server, and keeps what became of it. */
final class TargetRun {
    private final ServerChannel target;
    private final Transport transport;
    private final Dispatch dispatch;
    private final Failing failing;

    TargetRun(ServerChannel target, Transport transport, Dispatch dispatch, Failing failing) {
        this.target = target;
        this.transport = transport;
        this.dispatch = dispatch;
        this.failing = failing;
    }

    /** What becomes of each, in their order. */
    List<TaskResult> send(List<Claim> claims) {
        return send(claims, target.conflicts());
    }

    List<TaskResult> send(List<Claim> claims, ConflictPolicy policy) {
        List<Answer> answers;
        try {
            answers = Sending.of(claims, policy).by(transport);
        } catch (DeliveryException e) {
            return failed(claims, e);
        }
        IdentityHashMap<Claim, Answer> byClaim = new IdentityHashMap<>();
        for (int at = 0; at < claims.size(); at++) {
            byClaim.put(claims.get(at), at < answers.size() ? answers.get(at) : Answer.of(Outcome.FAILED));
        }
        List<TaskResult> results = new ArrayList<>();
        dispatch.settle(claims, (claim, delivery) -> {
            Answer answer = byClaim.getOrDefault(claim, Answer.of(Outcome.FAILED));
            StoredDelivery settled = settled(delivery, answer);
            results.add(new TaskResult(
                    delivery.task(), target.name(), settled.state(), Optional.of(answer), answer.message()));
            return settled;
        });
        return results;
    }

    private StoredDelivery settled(StoredDelivery delivery, Answer answer) {
        String said = AnswerJson.write(answer);
        return switch (answer.outcome()) {
            case APPLIED, MERGED, UNCHANGED, REPEATED ->
                delivery.ended(DeliveryState.DONE, dispatch.now(), answer.outcome() == Outcome.APPLIED ? null : said);
            case CONFLICT -> delivery.stopped(DeliveryState.CONFLICT, null, false, null, said);
            case BLOCKED -> blocked(delivery, answer, said);
            case REFUSED -> failing.refused(delivery, said);
            case FAILED -> failing.later(delivery, true, said);
        };
    }

    /** What is missing and on its way comes first; all else has to be seen to by somebody. */
    private StoredDelivery blocked(StoredDelivery delivery, Answer answer, String said) {
        boolean coming = answer.missing().stream().anyMatch(key -> dispatch.isQueued(delivery.channel(), key));
        return failing.blocked(delivery, answer.missing(), coming, said);
    }

    private List<TaskResult> failed(List<Claim> claims, DeliveryException e) {
        List<TaskResult> results = new ArrayList<>();
        String message = String.valueOf(e.getMessage());
        String said = AnswerJson.write(Answer.of(Outcome.FAILED, List.of(message)));
        dispatch.settle(claims, (claim, delivery) -> {
            StoredDelivery settled = failing.later(delivery, e.isUncertain(), said);
            results.add(new TaskResult(
                    delivery.task(), target.name(), settled.state(), Optional.empty(), Optional.of(message)));
            return settled;
        });
        return results;
    }
}
