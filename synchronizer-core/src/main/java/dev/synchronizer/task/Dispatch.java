package dev.synchronizer.task;

import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskQueue;
import dev.synchronizer.store.TaskQueue.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Takes tasks of a channel in turn: of each key the first one, with those behind it that were never tried; and says what
 * became of them. Whoever dies in between loses the lease, and another one goes on. Safe for use by many threads.
 */
public final class Dispatch {
    /** A lease is renewed where more than this part of it is over. */
    private static final int PARTS = 10;

    private final TaskQueue queue;
    private final String worker;
    private final Clock clock;
    private final Duration lease;
    private final Carrying carrying;

    /**
     * The way to tasks of one worker.
     *
     * @param worker a name that no other one has
     * @param lease for how long nobody else takes what this one has taken
     */
    public Dispatch(TaskQueue queue, String worker, Clock clock, Duration lease) {
        this(queue, worker, clock, lease, Carrying.ALL);
    }

    private Dispatch(TaskQueue queue, String worker, Clock clock, Duration lease, Carrying carrying) {
        this.carrying = carrying;
        this.queue = queue;
        this.worker = worker;
        this.clock = clock;
        this.lease = lease;
    }

    /**
     * The same one, where not all tasks of a key are told at once. Then several of one key may be taken, to be done in their
     * order: where one is not done, those behind it are to be given back.
     */
    public Dispatch carrying(Carrying other) {
        return new Dispatch(queue, worker, clock, lease, other);
    }

    /** The present moment, as precisely as it is stored. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What people decide about tasks. */
    public Decisions decisions() {
        return new Decisions(queue, this::now);
    }

    /** Takes what is due, so many at most; nothing where nothing is. */
    public List<Claim> take(String channel, int most) {
        return queue.working(work -> {
            List<StoredDelivery> due = work.takeDue(channel, now(), most);
            return due.isEmpty()
                    ? List.<Claim>of()
                    : new Claiming(work, channel, carrying, due, now()).claim(worker, lease);
        });
    }

    /**
     * Takes tasks of some keys, be it that they are not due yet; nothing where all of them are done, somebody else is at work
     * on them, or is to decide about them.
     */
    public List<Claim> takeNow(String channel, Set<Long> keyHashes, int most) {
        return take(channel, keyHashes, most, this::isFree);
    }

    /** Takes those tasks of some keys that are due. */
    List<Claim> takeDue(String channel, Set<Long> keyHashes, int most) {
        return take(channel, keyHashes, most, delivery -> isFree(delivery) && isDue(delivery));
    }

    private List<Claim> take(String channel, Set<Long> keyHashes, int most, Predicate<StoredDelivery> wanted) {
        return queue.working(work -> {
            List<Long> free = work.waiting(channel, keyHashes).stream()
                    .filter(wanted)
                    .map(StoredDelivery::task)
                    .limit(most)
                    .toList();
            // Somebody else may have been done with them before they were locked.
            List<StoredDelivery> taken =
                    work.lock(channel, free).stream().filter(wanted).toList();
            return taken.isEmpty()
                    ? List.<Claim>of()
                    : new Claiming(work, channel, carrying, taken, now()).claim(worker, lease);
        });
    }

    /** The keys of a task and of what it needs and is on its way, be it by way of others, by their hashes. */
    public Set<Long> keys(StoredTask task, String channel) {
        Set<Long> keys = new TreeSet<>();
        List<StoredTask> open = new ArrayList<>(List.of(task));
        while (!open.isEmpty()) {
            StoredTask next = open.remove(open.size() - 1);
            keys.add(StoredTask.hash(next.key()));
            Set<Long> needed = new TreeSet<>();
            next.needs().forEach(key -> needed.add(StoredTask.hash(key)));
            needed.removeAll(keys);
            if (!needed.isEmpty()) {
                keys.addAll(needed);
                open.addAll(queue.working(work -> work.outlines(work.waiting(channel, needed).stream()
                        .map(StoredDelivery::task)
                        .toList())));
            }
        }
        return keys;
    }

    /** Whether something of a key is still on its way. */
    public boolean isQueued(String channel, String key) {
        return queue.working(
                work -> !work.waiting(channel, Set.of(StoredTask.hash(key))).isEmpty());
    }

    /** Whether what comes next of a key needs a delivery, be it by way of others. */
    public boolean awaits(String channel, String key, StoredDelivery other) {
        return queue.working(work -> {
            Set<Long> seen = new HashSet<>();
            Deque<Long> open = new ArrayDeque<>(List.of(StoredTask.hash(key)));
            while (!open.isEmpty() && !seen.contains(other.keyHash())) {
                Set<Long> next = Set.of(open.remove());
                work.waiting(channel, next).stream()
                        .findFirst()
                        .filter(head -> head.state() != DeliveryState.DEAD && head.state() != DeliveryState.CONFLICT)
                        .ifPresent(head -> work.outlines(Set.of(head.task()))
                                .forEach(task -> task.needs().stream()
                                        .map(StoredTask::hash)
                                        .filter(seen::add)
                                        .forEach(open::add)));
            }
            return seen.contains(other.keyHash());
        });
    }

    /**
     * Takes a task about which somebody has decided, with those behind it that were never tried.
     *
     * @param outcome what is said of it from now on
     */
    public List<Claim> takeDecided(long task, String channel, String outcome) {
        return queue.working(work -> work.find(task, channel)
                .filter(found -> found.waiting() && !found.isUnderWay(now()))
                .map(found -> {
                    StoredDelivery revived = found.revived(now()).saying(outcome);
                    work.update(List.of(revived));
                    return new Claiming(work, channel, carrying, List.of(revived), now()).claim(worker, lease);
                })
                .orElse(List.of()));
    }

    private boolean isDue(StoredDelivery delivery) {
        Instant due = delivery.dueAt();
        return due != null && !due.isAfter(now());
    }

    private boolean isFree(StoredDelivery delivery) {
        return switch (delivery.state()) {
            case PENDING, RETRY, BLOCKED -> true;
            case RUNNING -> !delivery.isUnderWay(now());
            case DONE, CONFLICT, DEAD, SUPERSEDED, DROPPED -> false;
        };
    }

    /** Whether there was anything to look at, be it that it has to wait. */
    public boolean hasDue(String channel) {
        Optional<Instant> next = queue.nextDue(channel);
        return next.isPresent() && !next.get().isAfter(now());
    }

    /** What becomes of a delivery that was taken. */
    @FunctionalInterface
    public interface Settling {
        StoredDelivery settle(Work work, Claim claim, StoredDelivery delivery);
    }

    /**
     * Says what became of what was taken.
     *
     * @param settling may be asked more than once, where the database has it done again
     * @return those that were still this worker's, as they are now
     */
    public List<StoredDelivery> settle(List<Claim> claims, Settling settling) {
        return queue.working(work -> settle(work, claims, settling));
    }

    /** The same in a transaction that is under way: what else is written there stays only where this does. */
    public List<StoredDelivery> settle(Work work, List<Claim> claims, Settling settling) {
        List<StoredDelivery> settled = new ArrayList<>();
        for (Claim claim : inOrder(claims)) {
            mine(work, claim).ifPresent(found -> settled.add(settling.settle(work, claim, found)));
        }
        work.update(settled);
        Waking.others(work, settled, now());
        return settled;
    }

    /** All lock in the same order, so that nobody waits in a circle. */
    private static List<Claim> inOrder(List<Claim> claims) {
        return claims.stream()
                .sorted(Comparator.comparingLong(claim -> claim.delivery().task()))
                .toList();
    }

    private Optional<StoredDelivery> mine(Work work, Claim claim) {
        return work.find(claim.delivery().task(), claim.delivery().channel()).filter(found -> isMine(found, claim));
    }

    /** For how long nobody else takes what this one has taken. */
    Duration lease() {
        return lease;
    }

    /** The same ones, with most of a lease before them; without those that somebody else has taken meanwhile. */
    List<Claim> renew(List<Claim> claims) {
        Instant enough = now().plus(lease.minus(lease.dividedBy(PARTS)));
        return claims.stream().allMatch(claim -> lasts(claim, enough))
                ? claims
                : queue.working(work -> renew(work, claims));
    }

    private static boolean lasts(Claim claim, Instant until) {
        Instant end = claim.delivery().dueAt();
        return end != null && !end.isBefore(until);
    }

    private List<Claim> renew(Work work, List<Claim> claims) {
        Instant until = now().plus(lease);
        Map<Long, StoredDelivery> renewed = new HashMap<>();
        for (Claim claim : inOrder(claims)) {
            mine(work, claim).ifPresent(found -> renewed.put(found.task(), found.leased(until)));
        }
        work.update(renewed.values());
        return claims.stream()
                .flatMap(claim ->
                        Optional.ofNullable(renewed.get(claim.delivery().task())).map(claim::with).stream())
                .toList();
    }

    /** Gives back what was taken and not begun, as if it had never been taken. */
    void release(List<Claim> claims) {
        if (!claims.isEmpty()) {
            settle(claims, (work, claim, delivery) -> delivery.released(now(), claim.uncertain()));
        }
    }

    private boolean isMine(StoredDelivery found, Claim claim) {
        return found.state() == DeliveryState.RUNNING
                && worker.equals(found.worker())
                && found.attempts() == claim.delivery().attempts()
                && Objects.equals(found.dueAt(), claim.delivery().dueAt());
    }
}
