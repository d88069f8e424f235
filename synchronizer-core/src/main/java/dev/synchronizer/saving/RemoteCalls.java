package dev.synchronizer.saving;

import dev.synchronizer.store.NodeEvent;
import java.util.function.Supplier;

/** Tells the handlers of this node of what others have saved. */
public final class RemoteCalls {
    private final Supplier<Interception> interception;
    private final Leaving leaving;
    private final Units units;

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

    /** Calls those that serve such saves; what fails is recorded, and the next one is called. */
    void tell(NodeEvent event) {
        RemoteEvent told = event.node().equals(leaving.node()) ? null : Leaving.told(event);
        if (told != null) {
            interception.get().hearing(told).forEach(one -> call(one, told));
        }
    }

    private void call(Interception.Registered one, RemoteEvent told) {
        leaving.quietly(
                one.name(),
                told.subject(),
                told.operation(),
                () -> units.hearing(one.name(), () -> one.handler().remote(told)));
    }
}
