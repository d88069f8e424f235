package dev.synchronizer.content;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes ids of UUID version 7: they ascend with time, and so do those that one process makes within a millisecond. */
final class NewIds {
    private static final int BITS_OF_COUNTER = 12;
    private static final long VERSION_7 = 0x7000;

    private final Clock clock;

    /** Milliseconds, and behind them the counter. */
    private final AtomicLong last = new AtomicLong();

    NewIds(Clock clock) {
        this.clock = clock;
    }

    UUID next() {
        long now = clock.millis() << BITS_OF_COUNTER;
        long time = last.updateAndGet(before -> Math.max(before + 1, now));
        long counter = time & ((1 << BITS_OF_COUNTER) - 1);
        long high = time >>> BITS_OF_COUNTER << 16 | VERSION_7 | counter;
        return new UUID(high, UUID.randomUUID().getLeastSignificantBits());
    }
}
