package dev.synchronizer.staging;

import java.util.List;
import java.util.function.Supplier;

/** A way to another server. Safe for use by many threads. */
public interface Transport extends AutoCloseable {
    /**
     * A way to a server that is reached from this process, such as by its database.
     *
     * @param self the identity of the server from which it leads
     */
    static Transport within(Supplier<String> self, Supplier<Receiving> other) {
        return new LocalTransport(self, other);
    }

    /**
     * Who is at the other end.
     *
     * @return its identity
     * @throws DeliveryException if it cannot be asked
     */
    String identity();

    /**
     * Sends tasks, which are done there in this order.
     *
     * @return what became of each
     * @throws DeliveryException if it is not known of any of them
     */
    List<Answer> send(List<Shipment> shipments);

    @Override
    default void close() {}
}
