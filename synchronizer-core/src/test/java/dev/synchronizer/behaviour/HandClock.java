package dev.synchronizer.behaviour;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that a test moves by hand. Safe for use by many threads. */
final class HandClock extends Clock {
    private volatile Instant now;

    private HandClock(Instant now) {
        this.now = now;
    }

    static HandClock at(String instant) {
        return new HandClock(Instant.parse(instant));
    }

    void set(String instant) {
        now = Instant.parse(instant);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
