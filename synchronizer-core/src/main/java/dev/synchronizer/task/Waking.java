package dev.synchronizer.task;

import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.TaskQueue.Work;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Sees to those that wait for deliveries of which something has become, in the same transaction. */
final class Waking {
    private Waking() {}

    /** What waits for one that has ended is due now; what stands behind one that somebody has to decide about is not any more. */
    static void others(Work work, Collection<StoredDelivery> settled, Instant now) {
        Set<Long> ended = new TreeSet<>();
        Set<Long> parked = new TreeSet<>();
        Set<Long> missed = new TreeSet<>();
        for (StoredDelivery each : settled) {
            if (!each.waiting()) {
                ended.add(each.keyHash());
                endCarried(work, each);
            } else if (each.dueAt() == null) {
                parked.add(each.keyHash());
            } else if (each.waitsFor() != null) {
                missed.add(each.waitsFor());
            }
        }
        if (settled.isEmpty()) {
            return;
        }
        String channel = settled.iterator().next().channel();
        if (!parked.isEmpty()) {
            work.park(channel, parked);
        }
        if (!missed.isEmpty()) {
            // It may wait for this one, and cannot any more.
            work.wakeFirst(channel, missed, now);
        }
        if (!ended.isEmpty()) {
            work.wake(channel, ended, now);
        }
    }

    /** What was given up is kept, with all that it carries along, until a later one carries it along. */
    private static void endCarried(Work work, StoredDelivery ended) {
        if (ended.firstTask() != ended.task() && !ended.isPassedOver()) {
            work.endCarried(ended);
        }
    }
}
