package dev.synchronizer.staging;

import dev.synchronizer.saving.StagedSubjects;
import dev.synchronizer.staging.Answer.Outcome;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.task.Claim;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.Dispatch;
import dev.synchronizer.task.Places;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Sends once more what lacks nothing but what will never come before it: what is gone on this server, and what waits for the very thing. */
final class Sparing {
    private final Supplier<Map<String, StagedSubjects>> kinds;
    private final Dispatch dispatch;
    private final Enqueueing enqueueing;

    Sparing(Supplier<Map<String, StagedSubjects>> kinds, Dispatch dispatch, Enqueueing enqueueing) {
        this.kinds = kinds;
        this.dispatch = dispatch;
        this.enqueueing = enqueueing;
    }

    /** The answers, where some were asked for once more. */
    List<Answer> send(List<Claim> claims, List<Shipment> shipments, Transport transport) {
        List<Answer> answers = new ArrayList<>(transport.send(shipments));
        Map<Integer, Shipment> again = new LinkedHashMap<>();
        for (int at = 0; at < Math.min(claims.size(), answers.size()); at++) {
            Set<String> spared = spared(shipments.get(at), claims.get(at).delivery(), answers.get(at));
            if (!spared.isEmpty()) {
                again.put(at, shipments.get(at).sparing(spared));
            }
        }
        if (!again.isEmpty()) {
            List<Answer> others = transport.send(List.copyOf(again.values()));
            List<Integer> places = List.copyOf(again.keySet());
            for (int at = 0; at < Math.min(places.size(), others.size()); at++) {
                answers.set(places.get(at), others.get(at));
            }
        }
        return answers;
    }

    private Set<String> spared(Shipment sent, StoredDelivery delivery, Answer answer) {
        Set<String> spared = new TreeSet<>();
        if (answer.outcome() == Outcome.BLOCKED) {
            for (String key : answer.missing()) {
                if (isItem(key)
                        && (dispatch.awaits(delivery.channel(), key, delivery) || isGone(key, sent, delivery))) {
                    spared.add(key);
                }
            }
        }
        return spared;
    }

    private static boolean isItem(String key) {
        return key.startsWith(TaskKey.item("").toString());
    }

    /** Nothing stands here below what is purged here; what lives here is told first where it stands, once. */
    private boolean isGone(String key, Shipment sent, StoredDelivery delivery) {
        StagedSubjects items = kinds.get().get(TaskKey.ITEM);
        if (items == null || dispatch.isQueued(delivery.channel(), key)) {
            return false;
        }
        Optional<SubjectState> here =
                items.whole(TaskKey.parse(key)).map(told -> told.change().after());
        if (sent.payload().after() != null) {
            return here.isEmpty();
        }
        boolean lives = here.filter(state -> state.at(Places.DELETED).isEmpty()).isPresent();
        if (lives && sent.policy() == ConflictPolicy.NEWEST && !wasMissing(key, delivery)) {
            enqueueing.enqueue(sent.actor(), TaskKey.parse(key), delivery.channel());
            return false;
        }
        return true;
    }

    /** Since then, where it stands was told. */
    private static boolean wasMissing(String key, StoredDelivery delivery) {
        return Optional.ofNullable(delivery.outcome())
                .map(AnswerJson::read)
                .filter(answer -> answer.missing().contains(key))
                .isPresent();
    }
}
