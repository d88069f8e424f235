package dev.synchronizer.task;

import dev.synchronizer.store.TaskQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Deletes what nobody needs any more of tasks: those that ended long ago, and what has come from others long ago. */
public final class Housekeeping {
    private static final Duration EVERY = Duration.ofMinutes(10);

    /** A server that has not answered for so long may be told again what it had done. */
    private static final Duration RECEIPTS = Duration.ofDays(90);

    private static final int AT_ONCE = 500;

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

    /** Does so if it was not done lately. */
    public void doNowAndThen() {
        if (isDue()) {
            doNow();
        }
    }

    private synchronized boolean isDue() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return false;
        }
        next = now.plus(EVERY);
        return true;
    }

    /** Does so, and says how many tasks are gone. */
    public long doNow() {
        Instant now = clock.instant();
        long gone = 0;
        int some = queue.forget(now.minus(kept), AT_ONCE);
        while (some > 0) {
            gone += some;
            some = queue.forget(now.minus(kept), AT_ONCE);
        }
        queue.forgetReceived(now, now.minus(RECEIPTS));
        return gone;
    }
}
