package dev.synchronizer.task;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to the tasks of channels in the background: one thread that looks what is due, and one for each channel that has
 * something, so that none waits for another one. Safe for use by many threads.
 */
public final class Couriers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);
    private static final long LONGEST_STOP_SECONDS = 30;
    private static final RunSummary FAILED = new RunSummary(Map.of(), false, Optional.of(Duration.ZERO));

    private final Supplier<List<Round>> rounds;
    private final Housekeeping housekeeping;
    private final Duration interval;
    private final Set<String> attended = ConcurrentHashMap.newKeySet();
    private final Map<String, Courier> couriers = new HashMap<>();
    private final Random random = new Random();
    private volatile boolean all;
    private volatile boolean failing;
    private boolean woken;
    private boolean closed;
    private @Nullable Thread watcher;
    private @Nullable ExecutorService threads;

    /**
     * Sees to nothing before it is asked to.
     *
     * @param rounds all channels that there are
     * @param housekeeping is done now and then
     * @param interval how often to look
     */
    public Couriers(Supplier<List<Round>> rounds, Housekeeping housekeeping, Duration interval) {
        this.rounds = rounds;
        this.housekeeping = housekeeping;
        this.interval = interval;
    }

    /** From now on, sees to all channels, those that come included. */
    public void attendAll() {
        all = true;
        start();
    }

    /** From now on, sees to one channel, and looks at it at once. */
    public void attend(String channel) {
        attended.add(channel);
        start();
    }

    private synchronized void start() {
        if (closed) {
            return;
        }
        if (watcher == null) {
            threads = Executors.newCachedThreadPool(task -> thread(task, "synchronizer-courier"));
            watcher = thread(this::watch, "synchronizer-couriers");
            watcher.start();
        }
        woken = true;
        notifyAll();
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private void watch() {
        while (awaitNext()) {
            try {
                look();
                housekeeping.doAside();
                if (failing) {
                    failing = false;
                    LOG.info("Tasks are seen to again");
                }
            } catch (RuntimeException | Error e) {
                if (!failing) {
                    failing = true;
                    LOG.warn("Tasks cannot be seen to, and are looked for again and again: {}", e.getMessage(), e);
                }
            }
        }
    }

    /** Until somebody wakes it, or the interval is over; false when it is closed. */
    private synchronized boolean awaitNext() {
        long end = System.nanoTime() + interval.toNanos();
        try {
            while (!woken && !closed) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    break;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
        woken = false;
        return !closed;
    }

    private void look() {
        for (Round round : rounds.get()) {
            if (all || attended.contains(round.channel())) {
                courier(round.channel()).look(round);
            }
        }
    }

    private synchronized Courier courier(String channel) {
        return couriers.computeIfAbsent(channel, any -> new Courier());
    }

    private synchronized void execute(Runnable work) {
        if (threads != null && !closed) {
            threads.execute(work);
        }
    }

    /** Whoever sees to one channel, at most once at a time. */
    private final class Courier {
        private boolean running;
        private int unreached;
        private long againAt;

        synchronized void look(Round round) {
            boolean resting = unreached > 0 && System.nanoTime() - againAt < 0;
            if (!running && !resting && round.isDue()) {
                running = true;
                execute(() -> run(round));
            }
        }

        private void run(Round round) {
            RunSummary summary = FAILED;
            try {
                summary = round.run();
            } catch (RuntimeException e) {
                LOG.warn("Tasks of {} cannot be run, and are tried again: {}", round.channel(), e.getMessage(), e);
            } finally {
                ended(round.retries(), summary);
            }
        }

        /** Who was met in between is tried again soon. */
        private synchronized void ended(RetryPolicy retries, RunSummary summary) {
            running = false;
            unreached = summary.isReached() ? 0 : summary.met() ? 1 : unreached + 1;
            if (unreached > 0) {
                Duration pause = retries.pause(unreached, random);
                Duration asked = summary.rest().orElse(Duration.ZERO);
                againAt = System.nanoTime() + (asked.compareTo(pause) > 0 ? asked : pause).toNanos();
            }
        }
    }

    /** Waits for what is under way, though not for ever; it is tried again elsewhere then. */
    @Override
    public void close() {
        ExecutorService ending;
        synchronized (this) {
            closed = true;
            ending = threads;
            notifyAll();
        }
        if (ending == null) {
            return;
        }
        ending.shutdown();
        try {
            if (!ending.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                ending.shutdownNow();
                LOG.warn("Tasks were still under way when they were to end; they are tried again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
