package dev.synchronizer.staging;

import dev.synchronizer.staging.Answer.Outcome;
import dev.synchronizer.task.Claim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was taken, as far as it can be read: the others are not kept waiting by what was damaged. */
final class Sending {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final Answer UNREADABLE = Answer.of(
            Outcome.REFUSED, List.of("what was logged of it cannot be read; drop it, and have the thing told anew"));
    private static final Answer UNANSWERED = Answer.of(Outcome.FAILED);

    private final List<Claim> claims;
    private final List<Optional<Shipment>> shipments;

    private Sending(List<Claim> claims, List<Optional<Shipment>> shipments) {
        this.claims = claims;
        this.shipments = shipments;
    }

    /** @param decisions what is done about conflicts, of each by itself */
    static Sending of(List<Claim> claims, Function<Claim, Decision> decisions) {
        return new Sending(
                claims,
                claims.stream()
                        .map(claim -> read(claim, decisions.apply(claim)))
                        .toList());
    }

    /**
     * Sends it.
     *
     * @return an answer for each task
     * @throws DeliveryException if it is not known of any of them
     */
    Map<Long, Answer> by(Transport transport, Sparing sparing) {
        List<Claim> readable = new ArrayList<>();
        List<Shipment> sent = new ArrayList<>();
        Map<Long, Answer> answers = new HashMap<>();
        for (int at = 0; at < claims.size(); at++) {
            Optional<Shipment> shipment = shipments.get(at);
            answers.put(claims.get(at).delivery().task(), shipment.isEmpty() ? UNREADABLE : UNANSWERED);
            if (shipment.isPresent()) {
                readable.add(claims.get(at));
                sent.add(shipment.get());
            }
        }
        List<Answer> answered = sent.isEmpty() ? List.of() : sparing.send(readable, sent, transport);
        for (int at = 0; at < Math.min(readable.size(), answered.size()); at++) {
            answers.put(readable.get(at).delivery().task(), answered.get(at));
        }
        return answers;
    }

    private static Optional<Shipment> read(Claim claim, Decision decision) {
        try {
            return Optional.of(Shipment.of(claim, decision));
        } catch (RuntimeException e) {
            LOG.warn(
                    "The task {} of {} cannot be read",
                    claim.task().id(),
                    claim.task().key(),
                    e);
            return Optional.empty();
        }
    }
}
