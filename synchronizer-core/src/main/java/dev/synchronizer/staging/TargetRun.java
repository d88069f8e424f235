package dev.synchronizer.staging;

import dev.synchronizer.staging.Answer.Outcome;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.task.Claim;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.Dispatch;
import dev.synchronizer.task.Failing;
import dev.synchronizer.task.Payload;
import dev.synchronizer.task.PayloadJson;
import dev.synchronizer.task.ServerChannel;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sends what was taken to one server, and keeps what became of it. */
final class TargetRun {
    private final ServerChannel target;
    private final Transport transport;
    private final Dispatch dispatch;
    private final Failing failing;
    private final Sparing sparing;

    TargetRun(ServerChannel target, Transport transport, Dispatch dispatch, Failing failing, Sparing sparing) {
        this.sparing = sparing;
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
            List<Shipment> shipments =
                    claims.stream().map(claim -> shipment(claim, policy)).toList();
            answers = sparing.send(claims, shipments, transport);
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

    private static Shipment shipment(Claim claim, ConflictPolicy policy) {
        List<Payload> payloads = new ArrayList<>();
        Set<String> changes = new LinkedHashSet<>();
        Set<String> passed = new LinkedHashSet<>(claim.task().passed());
        for (StoredTask task : claim.tasks()) {
            payloads.add(PayloadJson.read(task.payload()));
            changes.addAll(task.changes());
            passed.retainAll(task.passed());
        }
        Payload all = payloads.get(0).then(payloads.subList(1, payloads.size()));
        return Shipment.of(claim.task(), all, List.copyOf(passed), List.copyOf(changes), policy);
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
