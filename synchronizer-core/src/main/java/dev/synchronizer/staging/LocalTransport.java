package dev.synchronizer.staging;

import dev.synchronizer.problem.ProblemsException;
import java.util.List;

/** A way to a server whose database is reached from this process. */
final class LocalTransport implements Transport {
    private final String sender;
    private final Receiving other;

    /** @param sender the identity of this server */
    LocalTransport(String sender, Receiving other) {
        this.sender = sender;
        this.other = other;
    }

    @Override
    public String identity() {
        try {
            return other.identity();
        } catch (ProblemsException e) {
            throw new DeliveryException(String.valueOf(e.getMessage()), false, e);
        }
    }

    @Override
    public List<Answer> send(List<Shipment> shipments) {
        try {
            return other.receive(sender, shipments);
        } catch (ProblemsException e) {
            // The database is away, or has lost the connection in the midst of it.
            throw new DeliveryException(String.valueOf(e.getMessage()), true, e);
        }
    }
}
