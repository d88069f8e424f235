package dev.synchronizer.task;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When something was last changed, and on which server: of any two, the same one is the later one for everybody.
 *
 * @param at when, by the clock of that server, and later than what that server knew of
 * @param server its identity
 */
public record Stamp(Instant at, String server) implements Comparable<Stamp> {
    /** Nothing comes behind it that could be written. */
    private static final Instant LAST = Instant.MAX.minusSeconds(1);

    /** One of a change that is made knowing of another one. */
    static Stamp after(@Nullable Stamp known, Instant now, String server) {
        Instant least = known == null ? now : next(known.at);
        return new Stamp(now.isAfter(least) ? now : least, server);
    }

    private static Instant next(Instant known) {
        return known.isBefore(LAST) ? known.plus(1, ChronoUnit.MICROS) : known;
    }

    @Override
    public int compareTo(Stamp other) {
        int byTime = at.compareTo(other.at);
        return byTime == 0 ? server.compareTo(other.server) : byTime;
    }
}
