package dev.synchronizer.saving;

import dev.synchronizer.store.NodeEvent;
import org.jspecify.annotations.Nullable;

/** Tells the handlers of this node of what others have saved. */
public final class RemoteCalls {
    private final SavePath path;
    private final Units units;

    public RemoteCalls(SavePath path, Units units) {
        this.path = path;
        this.units = units;
    }

    /** Whether any handler wants to be told. */
    boolean isAnybodyListening() {
        return path.interception().hears();
    }

    Leaving leaving() {
        return path.leaving();
    }

    /** Calls those that serve such saves; what fails is recorded, and the next one is called. */
    void tell(NodeEvent event) {
        if (event.node().equals(leaving().node())) {
            return;
        }
        @Nullable RemoteEvent told = Leaving.told(event);
        if (told != null) {
            path.interception()
                    .hearing(told)
                    .forEach(one -> leaving()
                            .quietly(
                                    one.name(),
                                    told.subject(),
                                    told.operation(),
                                    () -> units.hearing(
                                            one.name(), () -> one.handler().remote(told))));
        }
    }
}
