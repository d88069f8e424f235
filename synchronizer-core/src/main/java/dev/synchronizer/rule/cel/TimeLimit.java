package dev.synchronizer.rule.cel;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long an evaluation may take. Once that has passed by the clock, its thread may work for as long again: it may have been
 * kept from working, and asking for its work costs more than asking the clock. Of one thread.
 */
final class TimeLimit {
    private static final long UNKNOWN = -1;

    private final long most;
    private final LongSupplier clock;
    private final LongSupplier work;
    private final long start;
    private boolean late;
    private long workedBefore;

    /** @param work how long this thread has worked, in nanoseconds as the clock; negative where nobody knows */
    TimeLimit(Duration most, LongSupplier clock, LongSupplier work) {
        this.most = most.toNanos();
        this.clock = clock;
        this.work = work;
        start = clock.getAsLong();
    }

    static TimeLimit of(Duration most) {
        return new TimeLimit(most, System::nanoTime, TimeLimit::worked);
    }

    boolean isOver() {
        if (clock.getAsLong() - start <= most) {
            return false;
        }
        long worked = work.getAsLong();
        if (!late) {
            late = true;
            workedBefore = worked;
        }
        return worked < 0 || worked - workedBefore > most;
    }

    private static long worked() {
        try {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        } catch (UnsupportedOperationException e) {
            // On some machines, and of virtual threads.
            return UNKNOWN;
        }
    }
}
