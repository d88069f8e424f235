package dev.synchronizer;

import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.staging.DeliveryException;
import dev.synchronizer.staging.Receiving;
import dev.synchronizer.staging.Secrets;
import dev.synchronizer.task.ServerChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Synchronizers on the databases of other servers, each opened when it is first needed, and all closed with this node's. Safe
 * for use by many threads.
 */
final class ServerStores implements AutoCloseable {
    private final SynchronizerBuilder builder;
    private final Map<Place, ServerStore> open = new HashMap<>();
    private boolean closed;

    /** Where a server is, and as whom it is reached: said otherwise, it is opened anew. */
    private record Place(
            String name,
            @Nullable String url,
            @Nullable String user,
            @Nullable String secret) {
        static Place of(ServerChannel server) {
            return new Place(server.name(), server.url(), server.user(), server.secret());
        }
    }

    ServerStores(SynchronizerBuilder builder) {
        this.builder = builder;
    }

    /**
     * What takes in what a server is told.
     *
     * @throws DeliveryException if it cannot be reached; nothing has arrived there then
     */
    Receiving reach(ServerChannel server, Secrets secrets) {
        ServerStore store;
        try {
            store = store(server, secrets);
        } catch (ProblemsException e) {
            throw new DeliveryException(
                    "the database of " + server.name() + " cannot be opened: " + ServerStore.words(e), false, e);
        }
        try {
            return store.reached();
        } catch (DeliveryException e) {
            forget(server, store, secrets);
            throw e;
        }
    }

    private synchronized ServerStore store(ServerChannel server, Secrets secrets) {
        if (closed) {
            throw new IllegalStateException("the synchronizer is closed");
        }
        return open.computeIfAbsent(Place.of(server), place -> ServerStore.of(server, builder, secrets));
    }

    private void forget(ServerChannel server, ServerStore store, Secrets secrets) {
        if (isStale(server, store, secrets) && remove(server, store)) {
            store.close();
        }
    }

    /** As long as there is no password at all, the one that there was may still do. */
    private static boolean isStale(ServerChannel server, ServerStore store, Secrets secrets) {
        try {
            return store.isStale(server, secrets);
        } catch (ProblemsException e) {
            return false;
        }
    }

    private synchronized boolean remove(ServerChannel server, ServerStore store) {
        return open.remove(Place.of(server), store);
    }

    @Override
    public void close() {
        List<ServerStore> all;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(open.values());
            open.clear();
        }
        all.forEach(ServerStore::close);
    }
}
