package dev.synchronizer.catalog;

import dev.synchronizer.store.ChangeWatch;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a catalog up with what other nodes commit, on one daemon thread: one small query at each interval. */
public final class Poller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Catalog.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Catalog catalog;
    private final ChangeWatch watch;
    private final Duration interval;
    private final Clock clock;
    private final Gap gap;
    private final Runnable hearing;
    private volatile boolean closed;
    private boolean failing;
    private final Set<String> failingAside = new HashSet<>();
    private @Nullable Thread thread;

    Poller(
            Catalog catalog,
            ChangeWatch watch,
            Duration interval,
            Clock clock,
            LongSupplier nanoTime,
            Runnable hearing) {
        this.hearing = hearing;
        this.catalog = catalog;
        this.watch = watch;
        this.interval = interval;
        this.clock = clock;
        this.gap = new Gap(clock, nanoTime, interval);
    }

    /**
     * Starts to poll at this interval, and sooner where the watch is told of changes.
     *
     * @param hearing looks for what else other nodes have to tell, whenever the catalog is up with them
     */
    public static Poller start(Catalog catalog, ChangeWatch watch, Duration interval, Clock clock, Runnable hearing) {
        Poller poller = new Poller(catalog, watch, interval, clock, System::nanoTime, hearing);
        // Of whoever happens to ask first, it takes over neither a tenant nor a class loader.
        Thread thread = new Thread(null, poller::run, "synchronizer-catalog", 0, false);
        thread.setContextClassLoader(Poller.class.getClassLoader());
        thread.setDaemon(true);
        poller.thread = thread;
        thread.start();
        return poller;
    }

    private void run() {
        try {
            while (!closed) {
                round();
            }
        } catch (InterruptedException e) {
            // Whoever interrupts this thread wants it to end.
            Thread.currentThread().interrupt();
        } finally {
            watch.close();
        }
    }

    /** Waits once, and then looks once. Whatever fails, another round is worth a try. */
    void round() throws InterruptedException {
        try {
            gap.begin();
            watch.await(interval);
            if (!closed) {
                look();
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            failed(e);
        }
    }

    private void look() {
        if (gap.wasSleep()) {
            catalog.forget();
        }
        long number = watch.changeNumber();
        if (watch.wasLost() || failing) {
            // What was there before may have been lost with it, be its number reached again meanwhile.
            catalog.forget();
        }
        if (number != catalog.changeNumber()) {
            catalog.refresh();
        }
        if (failing) {
            failing = false;
            LOG.info("The database answers again, and the catalog is up with it");
        }
        aside("What other nodes have saved cannot be heard", hearing);
        aside(
                "Other nodes cannot be told of types that something else has written",
                () -> catalog.alarm(clock.instant()));
    }

    /** What fails here says nothing of the catalog, and is tried again in each round. */
    private void aside(String trouble, Runnable deed) {
        try {
            deed.run();
            failingAside.remove(trouble);
        } catch (Throwable e) {
            if (!closed && failingAside.add(trouble)) {
                LOG.warn("{}: {}", trouble, e.getMessage());
                LOG.debug("The failure", e);
            }
        }
    }

    private void failed(Throwable failure) {
        if (!failing && !closed) {
            failing = true;
            LOG.warn(
                    "The catalog serves what it knows, as the database cannot be asked for changes: {}",
                    failure.getMessage());
            LOG.debug("The failure", failure);
        }
    }

    /** Ends the polling; a query that is under way is waited for a short time. */
    @Override
    public void close() {
        closed = true;
        watch.close();
        Thread polling = thread;
        if (polling != null) {
            try {
                polling.join(PATIENCE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
