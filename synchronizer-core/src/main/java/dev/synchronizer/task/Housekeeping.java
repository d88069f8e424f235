package dev.synchronizer.task;

import dev.synchronizer.store.TaskQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what nobody needs any more of tasks: those that ended long ago, and what has come from others long ago. Safe for
 * use by many threads.
 */
public final class Housekeeping {
    private static final Duration EVERY = Duration.ofMinutes(10);

    /** A server that has not answered for so long may be told again what it had done. */
    private static final Duration RECEIPTS = Duration.ofDays(90);

    private static final int AT_ONCE = 500;

    /** Whoever has something else to do deletes no more than so many times as much. */
    private static final int TIMES_ASIDE = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final TaskQueue queue;
    private final Clock clock;
    private final Duration kept;
    private Instant next = Instant.MIN;

    /** @param kept for how long tasks are kept that have ended */
    public Housekeeping(TaskQueue queue, Clock clock, Duration kept) {
        this.queue = queue;
        this.clock = clock;
        this.kept = kept;
    }

    /** Does some of it if it was not done lately, and goes on the next time; what fails harms nothing else. */
    public void doAside() {
        try {
            if (isDue() && forget(TIMES_ASIDE) == (long) TIMES_ASIDE * AT_ONCE) {
                goOn();
            }
        } catch (RuntimeException e) {
            LOG.warn("Tasks that ended long ago could not be deleted, which is tried again: {}", e.getMessage(), e);
        }
    }

    private synchronized void goOn() {
        next = Instant.MIN;
    }

    private synchronized boolean isDue() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return false;
        }
        next = now.plus(EVERY);
        return true;
    }

    /** Some hundreds at a time, so many times at most; says how many tasks are gone. */
    private long forget(int times) {
        Instant now = clock.instant();
        long gone = 0;
        int some = AT_ONCE;
        for (int time = 0; time < times && some == AT_ONCE; time++) {
            some = queue.forget(now.minus(kept), AT_ONCE);
            gone += some;
        }
        queue.forgetReceived(now, now.minus(RECEIPTS));
        return gone;
    }
}
