package dev.synchronizer;

import dev.synchronizer.saving.Interception;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who is called when this node saves something: from when late handlers are there, they are among them. */
final class NodeHandlers implements Supplier<Interception> {
    private final Interception first;
    private final Supplier<Optional<LateHandlers>> late;
    private final Function<LateHandlers, Interception> all;
    private final Set<Thread> making = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Interception settled;

    /**
     * Those who are called by and by.
     *
     * @param first who is called as long as nobody else is there
     * @param late empty as long as nobody else is there
     */
    NodeHandlers(Interception first, Supplier<Optional<LateHandlers>> late, Function<LateHandlers, Interception> all) {
        this.first = first;
        this.late = late;
        this.all = all;
    }

    /** Nobody comes late. */
    NodeHandlers(Interception all) {
        this(all, Optional::empty, none -> all);
        settled = all;
    }

    @Override
    public Interception get() {
        Interception known = settled;
        if (known != null) {
            return known;
        }
        // Without a lock: whoever makes them may wait for others who save.
        Optional<LateHandlers> found = make();
        synchronized (this) {
            if (settled == null) {
                settled = found.map(all).orElse(null);
            }
            return settled == null ? first : settled;
        }
    }

    /** Those who are there already; nobody is made. */
    Interception known() {
        Interception known = settled;
        return known == null ? first : known;
    }

    private Optional<LateHandlers> make() {
        if (!making.add(Thread.currentThread())) {
            throw new IllegalStateException(
                    "something is saved while the handlers are being made that would have to be called for it");
        }
        try {
            return late.get();
        } finally {
            making.remove(Thread.currentThread());
        }
    }

    /** @throws IllegalStateException if somebody is still to come */
    Interception required() {
        Interception now = get();
        if (settled == null) {
            throw new IllegalStateException("the handlers that come late are not there yet");
        }
        return now;
    }
}
