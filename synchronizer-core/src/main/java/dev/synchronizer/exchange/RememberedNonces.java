package dev.synchronizer.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/** Nonces of one node, in memory. Where there is no room left, it fails: forgetting one would let a request in twice. */
final class RememberedNonces implements Nonces {
    private final Clock clock;
    private final int most;
    private final Set<Key> known = new HashSet<>();
    private final Queue<Kept> kept = new PriorityQueue<>();

    RememberedNonces(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    @Override
    public synchronized boolean isNew(String sender, String nonce, Instant until) {
        forget(clock.instant());
        Key key = new Key(sender, nonce);
        if (known.contains(key)) {
            return false;
        }
        if (known.size() >= most) {
            throw new IllegalStateException("more than " + most + " requests came within the time in which they are"
                    + " remembered; keep nonces in the database, or send fewer and larger requests");
        }
        known.add(key);
        kept.add(new Kept(until, key));
        return true;
    }

    private void forget(Instant now) {
        Kept oldest = kept.peek();
        while (oldest != null && oldest.until().isBefore(now)) {
            kept.remove();
            known.remove(oldest.key());
            oldest = kept.peek();
        }
    }

    private record Key(String sender, String nonce) {}

    private record Kept(Instant until, Key key) implements Comparable<Kept> {
        @Override
        public int compareTo(Kept other) {
            return until.compareTo(other.until);
        }
    }
}
