package dev.synchronizer.saving;

import dev.synchronizer.store.NodeEvent;
import dev.synchronizer.store.NodeEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what other nodes have saved, and has this one's handlers told: each save once, in the order of the numbers that the
 * database gave. A number is given before its commit; what is committed after a later one is told when it is there, for an
 * hour. Older word is deleted, so that who looks more seldom may miss some.
 *
 * <p>Nodes announce saves for as long as one that listens has asked for, which it does again well before that time ends.
 *
 * <p>Safe for use by many threads: one listens at a time, and others wait for it.
 */
public final class RemoteListening {
    private static final Logger LOG = LoggerFactory.getLogger(SavePath.class);

    /** How long events are kept, and missing ones are waited for. */
    static final Duration KEPT = Duration.ofHours(1);

    private static final Duration LEAST_TERM = Duration.ofMinutes(5);
    private static final int AT_A_TIME = 1_000;

    private final NodeEvents events;
    private final RemoteCalls calls;
    private final Duration term;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable MissingNumbers numbers;
    private @Nullable Instant asked;

    /**
     * Prepares to listen.
     *
     * @param interval how often it is looked for word; zero where nobody can say
     */
    public RemoteListening(NodeEvents events, RemoteCalls calls, Duration interval) {
        this.events = events;
        this.calls = calls;
        term = interval.isZero() ? KEPT : LEAST_TERM.plus(interval.multipliedBy(3));
    }

    /**
     * Tells handlers of all that was committed since this was last called; from the first call on, others announce what they
     * save. It asks the database for nothing where no handler wants to be told.
     *
     * @throws dev.synchronizer.problem.ProblemsException if the database fails; the next call tries again
     */
    public void look() {
        // A handler that is told may look for more, and is told of it next.
        if (calls.isAnybodyListening() && !lock.isHeldByCurrentThread()) {
            lock.lock();
            try {
                Instant now = calls.leaving().now();
                ask(now);
                hear(now);
            } finally {
                lock.unlock();
            }
        }
    }

    private void ask(Instant now) {
        Instant before = asked;
        if (before != null && !now.isBefore(before) && now.isBefore(before.plus(term.dividedBy(3)))) {
            return;
        }
        if (before != null && now.isAfter(before.plus(term))) {
            LOG.warn(
                    "Other nodes may have saved since {} what handlers of this one were not told of",
                    before.plus(term));
        }
        events.listen(now.plus(term));
        events.forget(now.minus(KEPT));
        asked = now;
    }

    private void hear(Instant now) {
        MissingNumbers known = numbers;
        if (known == null) {
            known = begin(now);
            numbers = known;
        }
        known.giveUp(now.minus(KEPT));
        List<NodeEvent> next;
        do {
            next = events.after(known.last(), known.gaps(), AT_A_TIME);
            for (NodeEvent event : next) {
                if (known.sees(event.id(), now)) {
                    calls.tell(event);
                }
            }
        } while (next.size() == AT_A_TIME);
    }

    /** What is there already is not told, but what is missing among the last of it may be on its way. */
    private MissingNumbers begin(Instant now) {
        long last = events.last();
        MissingNumbers known = new MissingNumbers(Math.max(0, last - AT_A_TIME));
        events.after(known.last(), List.of(), AT_A_TIME).stream()
                .filter(event -> event.id() <= last)
                .forEach(event -> known.sees(event.id(), now));
        return known;
    }
}
