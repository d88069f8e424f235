package dev.synchronizer.saving;

import dev.synchronizer.store.NodeEvent;
import java.time.Instant;
import java.util.function.Supplier;

/** Tells the handlers of this node of what others have saved. */
public final class RemoteCalls {
    private final Supplier<Interception> interception;
    private final Leaving leaving;
    private final Units units;
    private volatile boolean closed;

    /**
     * Tells those that are known at the moment.
     *
     * @param interception who is called; it is not to wait for others
     */
    public RemoteCalls(Supplier<Interception> interception, SavePath path, Units units) {
        this.interception = interception;
        this.leaving = path.leaving();
        this.units = units;
    }

    /** Whether any handler wants to be told. */
    boolean isAnybodyListening() {
        return interception.get().hears();
    }

    Leaving leaving() {
        return leaving;
    }

    /** From now on, nobody is called any more. */
    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** Keeps with those who want to be told that they may not have been, since a moment. */
    void missed(Instant since) {
        interception.get().hearers().forEach(handler -> leaving.missed(handler, since));
    }

    /** Calls those that serve such saves; what fails is recorded, and the next one is called. */
    void tell(NodeEvent event) {
        RemoteEvent told = event.node().equals(leaving.node()) ? null : Leaving.told(event);
        if (told != null) {
            interception.get().hearing(told).forEach(one -> call(one, told));
        }
    }

    private void call(Interception.Registered one, RemoteEvent told) {
        if (closed) {
            return;
        }
        leaving.quietly(
                one.name(),
                told.subject(),
                told.operation(),
                () -> units.hearing(one.name(), () -> remote(one.handler(), told)));
    }

    private static void remote(SaveHandler handler, RemoteEvent told) {
        try {
            handler.remote(told);
        } finally {
            RemoteThread.calm();
        }
    }
}
