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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Synchronizers on the databases of other servers, each opened when it is first needed, and all closed with this node's. Safe
 * for use by many threads.
 */
final class ServerStores implements AutoCloseable {
    private final SynchronizerBuilder builder;
    private final Map<Place, CompletableFuture<ServerStore>> open = new HashMap<>();
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

    /** Nobody waits while one is opened but those who need the same one. */
    private ServerStore store(ServerChannel server, Secrets secrets) {
        CompletableFuture<ServerStore> mine = new CompletableFuture<>();
        CompletableFuture<ServerStore> first = add(Place.of(server), mine);
        if (first == null) {
            open(server, secrets, mine);
            return mine.join();
        }
        try {
            return first.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private synchronized @Nullable CompletableFuture<ServerStore> add(
            Place place, CompletableFuture<ServerStore> opening) {
        if (closed) {
            throw new IllegalStateException("the synchronizer is closed");
        }
        return open.putIfAbsent(place, opening);
    }

    private void open(ServerChannel server, Secrets secrets, CompletableFuture<ServerStore> opening) {
        try {
            opening.complete(ServerStore.of(server, builder, secrets));
        } catch (RuntimeException | Error e) {
            remove(Place.of(server), opening);
            opening.completeExceptionally(e);
            throw e;
        }
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

    private boolean remove(ServerChannel server, ServerStore store) {
        Place place = Place.of(server);
        CompletableFuture<ServerStore> found = at(place);
        return found != null && found.getNow(null) == store && remove(place, found);
    }

    private synchronized @Nullable CompletableFuture<ServerStore> at(Place place) {
        return open.get(place);
    }

    private synchronized boolean remove(Place place, CompletableFuture<ServerStore> opening) {
        return open.remove(place, opening);
    }

    /** One that is being opened is closed by who opens it. */
    @Override
    public void close() {
        List<CompletableFuture<ServerStore>> all;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(open.values());
            open.clear();
        }
        for (CompletableFuture<ServerStore> each : all) {
            Future<?> unused = each.thenAccept(ServerStore::close);
        }
    }
}
