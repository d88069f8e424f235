package dev.synchronizer.staging;

import dev.synchronizer.staging.Answer.Outcome;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.task.Claim;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.Payload;
import dev.synchronizer.task.PayloadJson;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was taken, as far as it can be read: the others are not kept waiting by what was damaged. */
final class Sending {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final Answer UNREADABLE = Answer.of(
            Outcome.REFUSED, List.of("what was logged of it cannot be read; drop it, and have the thing told anew"));

    private final List<Optional<Shipment>> shipments;

    private Sending(List<Optional<Shipment>> shipments) {
        this.shipments = shipments;
    }

    static Sending of(List<Claim> claims, ConflictPolicy policy) {
        return new Sending(claims.stream().map(claim -> read(claim, policy)).toList());
    }

    /**
     * Sends it.
     *
     * @return an answer for each, in their order
     * @throws DeliveryException if it is not known of any of them
     */
    List<Answer> by(Transport transport) {
        List<Shipment> readable = shipments.stream().flatMap(Optional::stream).toList();
        Iterator<Answer> answered = (readable.isEmpty() ? List.<Answer>of() : transport.send(readable)).iterator();
        return shipments.stream().map(each -> answer(each, answered)).toList();
    }

    private static Answer answer(Optional<Shipment> shipment, Iterator<Answer> answered) {
        if (shipment.isEmpty()) {
            return UNREADABLE;
        }
        return answered.hasNext() ? answered.next() : Answer.of(Outcome.FAILED);
    }

    private static Optional<Shipment> read(Claim claim, ConflictPolicy policy) {
        try {
            return Optional.of(shipment(claim, policy));
        } catch (RuntimeException e) {
            LOG.warn(
                    "The task {} of {} cannot be read",
                    claim.task().id(),
                    claim.task().key(),
                    e);
            return Optional.empty();
        }
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
}
