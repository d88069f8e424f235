package dev.synchronizer.seal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes 64 bits of a few fields in their order: the same in every JVM, and fast. Each text is followed by its length, so
 * that none runs into the next one.
 */
final class Checksum {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long NOTHING = 0x5bd1e995L;

    private long state = BASIS;

    Checksum add(long number) {
        state = (state ^ number) * PRIME;
        state ^= state >>> 32;
        return this;
    }

    Checksum add(@Nullable String text) {
        if (text == null) {
            return add(NOTHING);
        }
        long sum = state;
        for (int i = 0; i < text.length(); i++) {
            sum = (sum ^ text.charAt(i)) * PRIME;
        }
        state = sum;
        return add(text.length());
    }

    Checksum add(@Nullable UUID id) {
        return id == null ? add(NOTHING) : add(id.getMostSignificantBits()).add(id.getLeastSignificantBits());
    }

    /** To the microsecond, as databases keep it. */
    Checksum add(@Nullable Instant moment) {
        return moment == null ? add(NOTHING) : add(moment.getEpochSecond()).add(moment.getNano() / 1_000);
    }

    /** The bits, of which each depends on each one of the fields. */
    long value() {
        long mixed = state;
        mixed = (mixed ^ mixed >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
