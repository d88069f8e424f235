package dev.synchronizer.task;

import dev.synchronizer.store.StoredDelivery;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskQueue.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which of the deliveries that are due may be made now, and takes these. What has to wait is not due any more
 * until whoever ends what it waits for wakes it. One transaction, and not thread-safe.
 */
final class Claiming {
    /** Where somebody else works on what another one waits for, that is looked at again as soon. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /** So many tasks of one key are told at once at most. */
    private static final int MOST_OF_KEY = 500;

    /** So many where not all of them are told at once. */
    private static final int MOST_SINGLY = 20;

    /** So many tasks are told at once behind others of their keys. */
    private static final int MOST_FOLLOWERS = 2_000;

    private final Work work;
    private final Carrying carrying;
    private final Instant now;
    private final List<StoredDelivery> due;
    private final Lines lines;
    private final Map<Long, StoredDelivery> changed = new LinkedHashMap<>();

    Claiming(Work work, String channel, Carrying carrying, List<StoredDelivery> due, Instant now) {
        this.work = work;
        this.carrying = carrying;
        this.due = due;
        this.now = now;
        lines = new Lines(work, channel, due);
    }

    /** Those that may be made: none comes before what it needs, nor before one of the same key that has an earlier task. */
    List<Claim> claim(String worker, Duration lease) {
        List<List<StoredDelivery>> runs = runs();
        Map<Long, StoredTask> outlines = outlines(runs);
        lines.load(needs(outlines.values()));
        Map<StoredDelivery, StoredDelivery> waits = new LinkedHashMap<>();
        List<List<StoredDelivery>> groups = new ArrayList<>();
        Set<Long> taken = new HashSet<>();
        for (List<StoredDelivery> run : runs) {
            List<StoredDelivery> fitting = fitting(run, outlines, taken, waits);
            if (!fitting.isEmpty()) {
                groups.addAll(groups(fitting, outlines));
                taken.add(run.get(0).keyHash());
            }
        }
        wait(waits);
        Taking taking = new Taking(work, lines, worker, now.plus(lease));
        List<Claim> claims = taking.take(groups);
        taking.changed().forEach(each -> changed.put(each.task(), each));
        waitBehind();
        work.update(changed.values());
        return claims;
    }

    /** Of each key, where the first one is due, that one and those behind it that nobody has tried; all of them locked by now. */
    private List<List<StoredDelivery>> runs() {
        Set<Long> mine = new HashSet<>();
        due.forEach(each -> mine.add(each.task()));
        List<StoredDelivery> firsts = firsts();
        List<StoredDelivery> wanted = new ArrayList<>(firsts);
        Map<Long, List<StoredDelivery>> followers = new HashMap<>();
        int left = MOST_FOLLOWERS;
        for (StoredDelivery first : firsts) {
            if (mine.contains(first.task())) {
                List<StoredDelivery> behind = followers(first, left);
                left -= behind.size();
                followers.put(first.task(), behind);
                wanted.addAll(behind);
                long last = behind.isEmpty()
                        ? first.task()
                        : behind.get(behind.size() - 1).task();
                wanted.addAll(lines.passedOver(first.keyHash(), last));
            }
        }
        lines.lock(wanted);
        return firsts.stream()
                .filter(first -> followers.containsKey(first.task()) && !waitsBehindLater(first))
                .filter(first -> isFree(first.keyHash(), first.task()))
                .map(first -> run(first, followers.getOrDefault(first.task(), List.of())))
                .toList();
    }

    /** The first one of each key, in the order of their tasks. */
    private List<StoredDelivery> firsts() {
        Map<Long, StoredDelivery> firsts = new HashMap<>();
        due.forEach(each ->
                firsts.computeIfAbsent(each.keyHash(), key -> lines.first(key).orElse(each)));
        return firsts.values().stream()
                .sorted((one, other) -> Long.compare(one.task(), other.task()))
                .toList();
    }

    /** One that was skipped and is tried anew comes before a later one that somebody is at work on, and waits until that has ended. */
    private boolean waitsBehindLater(StoredDelivery first) {
        for (StoredDelivery each : lines.open(first.keyHash())) {
            if (each.task() > first.task() && each.isUnderWay(now)) {
                changed.put(first.task(), first.waitingUntil(each.dueAt(), first.keyHash()));
                return true;
            }
        }
        return false;
    }

    /** Whether nobody is about to decide about one that was given up before a task. */
    private boolean isFree(long key, long before) {
        return lines.passedOver(key, before).stream().allMatch(lines::isLocked);
    }

    private List<StoredDelivery> run(StoredDelivery first, List<StoredDelivery> behind) {
        Set<Long> wanted = new HashSet<>();
        behind.forEach(each -> wanted.add(each.task()));
        List<StoredDelivery> run = new ArrayList<>(List.of(first));
        for (StoredDelivery each : lines.open(first.keyHash())) {
            if (each.task() > first.task()) {
                boolean fits = wanted.contains(each.task()) && lines.isLocked(each) && each.isUntouched();
                if (!fits || !isFree(first.keyHash(), each.task())) {
                    break;
                }
                run.add(each);
            }
        }
        return run;
    }

    /** What was tried is told by itself: it may have arrived. */
    private List<StoredDelivery> followers(StoredDelivery first, int most) {
        boolean all = carrying == Carrying.ALL;
        boolean tried = first.attempts() > 0 || !first.waiting();
        if (!first.isUntouched() || !all && tried) {
            return List.of();
        }
        int limit = Math.min(most, (all ? MOST_OF_KEY : MOST_SINGLY) - 1);
        return lines.open(first.keyHash()).stream()
                .filter(each -> each.task() > first.task())
                .takeWhile(StoredDelivery::isUntouched)
                .limit(limit)
                .toList();
    }

    private Map<Long, StoredTask> outlines(List<List<StoredDelivery>> runs) {
        Set<Long> ids = new TreeSet<>();
        runs.forEach(run -> run.forEach(each -> ids.addAll(List.of(each.firstTask(), each.task()))));
        Map<Long, StoredTask> outlines = new HashMap<>();
        work.outlines(ids).forEach(task -> outlines.put(task.id(), task));
        return outlines;
    }

    private static Set<Long> needs(Collection<StoredTask> tasks) {
        Set<Long> needs = new TreeSet<>();
        tasks.forEach(task -> task.needs().forEach(key -> needs.add(StoredTask.hash(key))));
        return needs;
    }

    /** As much of a run as needs nothing that is still on its way; nothing where its first one does. */
    private List<StoredDelivery> fitting(
            List<StoredDelivery> run,
            Map<Long, StoredTask> outlines,
            Set<Long> taken,
            Map<StoredDelivery, StoredDelivery> waits) {
        List<StoredDelivery> fitting = new ArrayList<>();
        for (StoredDelivery each : run) {
            StoredTask task = outlines.get(each.task());
            StoredDelivery missing = task == null ? null : missing(task, run.get(0), fitting.isEmpty(), taken);
            if (missing != null) {
                if (fitting.isEmpty()) {
                    waits.put(each, missing);
                }
                break;
            }
            fitting.add(each);
        }
        return fitting;
    }

    /**
     * What makes something that a task needs, and has not been delivered; null where there is none. What lacks the task itself
     * is not waited for.
     *
     * @param isFirst whether it is the first of its run; what comes later would be done earlier than in its turn
     */
    private @Nullable StoredDelivery missing(StoredTask task, StoredDelivery first, boolean isFirst, Set<Long> taken) {
        for (String key : task.needs()) {
            long hash = StoredTask.hash(key);
            if (hash == first.keyHash() || taken.contains(hash)) {
                continue;
            }
            for (StoredDelivery other : lines.open(hash)) {
                boolean comesFirst = !isFirst || other.firstTask() < first.firstTask() && !awaits(other, first);
                if (other.creates() && comesFirst) {
                    return other;
                }
            }
        }
        return null;
    }

    /** Whether one waits for another one, be it by way of others: it was tried, and cannot come before it. */
    private boolean awaits(StoredDelivery one, StoredDelivery other) {
        Set<Long> seen = new HashSet<>();
        Long key = one.waitsFor();
        while (key != null && key != other.keyHash() && seen.add(key)) {
            lines.load(Set.of(key));
            key = lines.first(key).map(StoredDelivery::waitsFor).orElse(null);
        }
        return key != null && key == other.keyHash();
    }

    /** Those that are told at once, one after the other. */
    private List<List<StoredDelivery>> groups(List<StoredDelivery> run, Map<Long, StoredTask> outlines) {
        if (carrying == Carrying.ALL) {
            return List.of(run);
        }
        List<List<StoredDelivery>> groups = new ArrayList<>();
        @Nullable StoredTask first = null;
        for (StoredDelivery each : run) {
            StoredTask task = outlines.get(each.task());
            if (first == null || task == null || !carrying.carries(first, task)) {
                groups.add(new ArrayList<>());
                first = outlines.get(each.firstTask());
            }
            groups.get(groups.size() - 1).add(each);
        }
        return groups;
    }

    /** Until what others wait for has ended: that cannot happen unseen, as it is locked while it is written down that they wait. */
    private void wait(Map<StoredDelivery, StoredDelivery> waits) {
        lines.lock(waits.values());
        waits.forEach((each, other) -> changed.put(
                each.task(), each.waitingUntil(lines.isHeldOpen(other) ? null : now.plus(SOON), other.keyHash())));
    }

    /** Those that stand behind another one of their key and do not go along with it: whoever ends that wakes the next one. */
    private void waitBehind() {
        for (StoredDelivery each : due) {
            StoredDelivery first = lines.first(each.keyHash()).orElse(each);
            if (first.task() != each.task() && !changed.containsKey(each.task())) {
                changed.put(each.task(), each.waitingUntil(lines.isHeldOpen(first) ? null : now.plus(SOON), null));
            }
        }
    }
}
