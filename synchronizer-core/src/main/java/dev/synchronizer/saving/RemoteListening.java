package dev.synchronizer.saving;

import dev.synchronizer.store.ContentState;
import dev.synchronizer.store.NodeEvent;
import dev.synchronizer.store.NodeEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Hears what other nodes have saved, and has this one's handlers told: each save once, in the order of the numbers that the
 * database gave. A number is given before its commit; what is committed after a later one is told when it is there, for an
 * hour. Older word is deleted once it is that old by the slowest clock, so that who looks more seldom may miss some.
 *
 * <p>Who may have missed some, as handlers or this node as a whole were too far behind, finds that among what failed after
 * saves.
 *
 * <p>Nodes announce saves for as long as one that listens has asked for, which it does again well before that time ends.
 *
 * <p>Safe for use by many threads: one tells handlers at a time, and others that are to wait for it.
 */
public final class RemoteListening implements AutoCloseable {
    /** How long missing events are waited for. */
    static final Duration KEPT = Duration.ofHours(1);

    private static final Duration LEAST_TERM = Duration.ofMinutes(5);
    private static final int AT_A_TIME = 1_000;

    private final NodeEvents events;
    private final RemoteCalls calls;
    private final Duration term;
    private final ReentrantLock telling = new ReentrantLock();
    private volatile @Nullable MissingNumbers numbers;
    private volatile Instant readUpTo = Instant.MAX;
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
     * Has others announce what they save, from the first call on that finds tables. It asks the database for nothing where no
     * handler wants to be told, and calls none.
     *
     * @return whether there may be something to {@link #tell}
     * @throws dev.synchronizer.problem.ProblemsException if the database fails; the next call tries again
     */
    public synchronized boolean ask() {
        if (!calls.isAnybodyListening()) {
            return false;
        }
        Instant now = calls.leaving().now();
        Instant before = asked;
        boolean inTerm = before != null && !now.isBefore(before) && now.isBefore(before.plus(term.dividedBy(3)));
        return inTerm || askAgain(before, now);
    }

    private boolean askAgain(@Nullable Instant before, Instant now) {
        // What is announced from now on is to be told, and what is there by then is not.
        MissingNumbers known = numbers == null ? begin(now) : numbers;
        if (!events.listen(now.plus(term))) {
            return false;
        }
        events.forget(now.minus(KEPT).minus(ContentState.CLOCKS_APART));
        if (before == null) {
            readUpTo = now;
        } else if (now.isAfter(before.plus(term).plus(ContentState.CLOCKS_APART))) {
            missed(before.plus(term), now);
        }
        numbers = known;
        asked = now;
        return true;
    }

    /** It is told once: what is missed from now on is another loss. */
    private void missed(Instant since, Instant now) {
        readUpTo = now;
        calls.missed(since);
    }

    /**
     * Tells handlers of all that was committed since this was last called.
     *
     * @throws dev.synchronizer.problem.ProblemsException if the database fails; the next call tries again
     */
    public void tell() {
        MissingNumbers known = numbers;
        // A handler that is told may look for more, and is told of it next.
        if (known != null && !telling.isHeldByCurrentThread()) {
            telling.lock();
            try {
                tell(known);
            } finally {
                telling.unlock();
            }
        }
    }

    private void tell(MissingNumbers known) {
        List<NodeEvent> next;
        do {
            Instant now = calls.leaving().now();
            known.giveUp(now.minus(KEPT));
            next = events.after(known.last(), known.gaps(), AT_A_TIME);
            if (now.minus(KEPT).isAfter(readUpTo)) {
                missed(readUpTo, now);
            }
            for (NodeEvent event : next) {
                if (known.sees(event.id(), now)) {
                    calls.tell(event);
                }
            }
            if (next.size() < AT_A_TIME) {
                readUpTo = now;
            }
        } while (next.size() == AT_A_TIME && !calls.isClosed());
    }

    /** Ends the telling with the handler that is being told. */
    @Override
    public void close() {
        calls.close();
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
