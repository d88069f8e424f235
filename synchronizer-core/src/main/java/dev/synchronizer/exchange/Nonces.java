package dev.synchronizer.exchange;

import java.time.Clock;
import java.time.Instant;

/** Remembers which requests were there, for all nodes of a server. Used by many threads. */
@FunctionalInterface
public interface Nonces {
    /**
     * Remembers a nonce, which is asked for only once the signature was found right.
     *
     * @param until from when on it may be forgotten, as a request that old is refused anyway
     * @return whether it was not there yet; of those who ask at the same moment, one is told so
     */
    boolean isNew(String sender, String nonce, Instant until);

    /** Up to 100,000 of them in memory, which is enough for a server of a single node. */
    static Nonces inMemory(Clock clock) {
        return new RememberedNonces(clock, 100_000);
    }
}
