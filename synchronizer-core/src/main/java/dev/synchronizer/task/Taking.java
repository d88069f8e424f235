package dev.synchronizer.task;

import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskQueue.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Takes deliveries that may be made, each with the tasks that are told by it, as many as a worker may hold at once. Not
 * thread-safe.
 */
final class Taking {
    /** As much is held at once: what does not fit is taken the next time. */
    private static final long MOST_CHARACTERS = 8L * 1024 * 1024;

    /** So many payloads are read at a time: nobody knows before how long they are. */
    private static final int AT_ONCE = 25;

    private final Work work;
    private final Lines lines;
    private final String worker;
    private final Instant until;
    private final Map<Long, StoredTask> tasks = new HashMap<>();
    private final Set<Long> asked = new HashSet<>();
    private final List<StoredDelivery> changed = new ArrayList<>();

    Taking(Work work, Lines lines, String worker, Instant until) {
        this.work = work;
        this.lines = lines;
        this.worker = worker;
        this.until = until;
    }

    /**
     * Takes what fits, and the first one in any case.
     *
     * @param groups those that are told at once, each by the last of them, in the order of their turn
     */
    List<Claim> take(List<List<StoredDelivery>> groups) {
        List<SortedSet<Long>> told = groups.stream().map(this::told).toList();
        List<Long> all = new ArrayList<>();
        told.forEach(all::addAll);
        load(all, MOST_CHARACTERS);
        List<Claim> claims = new ArrayList<>();
        for (int at = 0; at < groups.size(); at++) {
            SortedSet<Long> ids = told.get(at);
            List<StoredDelivery> group = fitting(groups.get(at), ids);
            if (group.isEmpty() && claims.isEmpty()) {
                group = groups.get(at).subList(0, 1);
                load(ids.headSet(group.get(0).task() + 1), Long.MAX_VALUE);
            }
            if (!group.isEmpty()) {
                claims.add(take(group, ids));
            }
            if (group.size() < groups.get(at).size()) {
                break;
            }
        }
        return claims;
    }

    /** What has become of deliveries by that. */
    List<StoredDelivery> changed() {
        return changed;
    }

    /** The tasks of a group, those that it carries along, and those before it that were given up and never arrived. */
    private SortedSet<Long> told(List<StoredDelivery> group) {
        StoredDelivery last = group.get(group.size() - 1);
        SortedSet<Long> told = new TreeSet<>();
        long first = last.task();
        boolean carrying = false;
        for (StoredDelivery each : withPassedOver(group)) {
            told.add(each.task());
            first = Math.min(first, each.firstTask());
            carrying |= each.firstTask() != each.task();
        }
        if (carrying) {
            told.addAll(work.carried(last.channel(), last.keyHash(), first, last.task()));
        }
        return told;
    }

    private List<StoredDelivery> withPassedOver(List<StoredDelivery> group) {
        StoredDelivery last = group.get(group.size() - 1);
        List<StoredDelivery> all = new ArrayList<>(lines.passedOver(last.keyHash(), last.task()));
        all.addAll(group);
        return all;
    }

    private void load(Collection<Long> ids, long most) {
        List<Long> missing = ids.stream().filter(id -> !asked.contains(id)).toList();
        long held = 0;
        for (int from = 0; from < missing.size() && held < most; from += AT_ONCE) {
            List<Long> some = missing.subList(from, Math.min(missing.size(), from + AT_ONCE));
            asked.addAll(some);
            for (StoredTask task : work.tasks(some)) {
                tasks.put(task.id(), task);
                held += task.payload().length();
            }
        }
    }

    /** As many of a group as are loaded with all that they tell. */
    private List<StoredDelivery> fitting(List<StoredDelivery> group, SortedSet<Long> told) {
        int fitting = 0;
        while (fitting < group.size()
                && tasks.keySet().containsAll(told.headSet(group.get(fitting).task() + 1))) {
            fitting++;
        }
        return group.subList(0, fitting);
    }

    private Claim take(List<StoredDelivery> group, SortedSet<Long> told) {
        StoredDelivery first = group.get(0);
        StoredDelivery last = group.get(group.size() - 1);
        long from = first.firstTask();
        boolean creates = false;
        boolean uncertain = false;
        for (StoredDelivery each : withPassedOver(group)) {
            uncertain |= each.uncertain();
            from = Math.min(from, each.firstTask());
            creates |= each.creates();
            if (each.isPassedOver()) {
                changed.add(each.leftBehind());
            } else if (each.task() != last.task()) {
                changed.add(each.superseded());
            }
        }
        StoredDelivery taken = last.taken(worker, until, from, creates, first.attempts() + 1, first.outcome());
        changed.add(taken);
        return new Claim(taken, tasks(told.headSet(last.task() + 1), last.task()), uncertain);
    }

    /** Two keys may have one hash. */
    private List<StoredTask> tasks(Collection<Long> ids, long last) {
        StoredTask task = Objects.requireNonNull(tasks.get(last), "a delivery has its task");
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(tasks.get(id)))
                .filter(each -> each.key().equals(task.key()))
                .toList();
    }
}
