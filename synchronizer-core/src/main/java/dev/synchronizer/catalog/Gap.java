package dev.synchronizer.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Tells after a pause whether it took much longer than was meant, by either of two clocks: the node was asleep. */
final class Gap {
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Duration longest;
    private Instant instant;
    private long nanos;

    /** @param pause how long pauses are meant to be at most */
    Gap(Clock clock, LongSupplier nanoTime, Duration pause) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.longest = pause.multipliedBy(3).plusSeconds(5);
        this.instant = clock.instant();
        this.nanos = nanoTime.getAsLong();
    }

    void begin() {
        instant = clock.instant();
        nanos = nanoTime.getAsLong();
    }

    /** The monotonic clock of a suspended machine may stand still, and that of the wall may be set back. */
    boolean wasSleep() {
        Duration byWall = Duration.between(instant, clock.instant());
        Duration byTicks = Duration.ofNanos(nanoTime.getAsLong() - nanos);
        return byWall.compareTo(longest) > 0 || byTicks.compareTo(longest) > 0;
    }
}
