package dev.synchronizer.staging;

import dev.synchronizer.problem.ProblemsException;
import java.util.List;
import java.util.function.Supplier;

/** A way to a server whose database is reached from this process. */
final class LocalTransport implements Transport {
    private final Supplier<String> sender;
    private final Supplier<Receiving> other;

    /** @param sender the identity of this server */
    LocalTransport(Supplier<String> sender, Supplier<Receiving> other) {
        this.sender = sender;
        this.other = other;
    }

    @Override
    public String identity() {
        try {
            return other.get().identity();
        } catch (ProblemsException e) {
            throw new DeliveryException(String.valueOf(e.getMessage()), false, e);
        }
    }

    @Override
    public List<Answer> send(List<Shipment> shipments) {
        try {
            return other.get().receive(sender.get(), shipments);
        } catch (ProblemsException e) {
            // The database is away, or has lost the connection in the midst of it.
            throw new DeliveryException(String.valueOf(e.getMessage()), true, e);
        }
    }
}
