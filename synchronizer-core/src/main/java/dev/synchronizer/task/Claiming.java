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
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds out which of the deliveries that are due may be made now, and takes these. One transaction, and not thread-safe. */
final class Claiming {
    /** What waits for another key is looked at again after so long, were nobody to wake it. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    /** So many tasks of one key are taken at most where not all of them are told at once. */
    private static final int MOST_OF_KEY = 20;

    private final Work work;
    private final String channel;
    private final Carrying carrying;
    private final Instant now;
    private final Map<Long, List<StoredDelivery>> byKey = new HashMap<>();
    private final Set<Long> locked = new HashSet<>();
    private final List<StoredDelivery> due;
    private final List<StoredDelivery> changed = new ArrayList<>();

    Claiming(Work work, String channel, Carrying carrying, List<StoredDelivery> due, Instant now) {
        this.work = work;
        this.channel = channel;
        this.carrying = carrying;
        this.due = due;
        this.now = now;
        due.forEach(delivery -> locked.add(delivery.task()));
        load(keys(due));
    }

    private static Set<Long> keys(Collection<StoredDelivery> deliveries) {
        Set<Long> keys = new TreeSet<>();
        deliveries.forEach(delivery -> keys.add(delivery.keyHash()));
        return keys;
    }

    private void load(Set<Long> keys) {
        Set<Long> unknown = new TreeSet<>(keys);
        unknown.removeAll(byKey.keySet());
        unknown.forEach(key -> byKey.put(key, new ArrayList<>()));
        if (!unknown.isEmpty()) {
            work.waiting(channel, unknown)
                    .forEach(each -> byKey.getOrDefault(each.keyHash(), new ArrayList<>())
                            .add(each));
        }
    }

    private List<StoredDelivery> ofKey(long key) {
        return byKey.getOrDefault(key, List.of());
    }

    /** Those that may be made: none comes before what it needs, nor before one of the same key that has an earlier task. */
    List<Claim> claim(String worker, Duration lease) {
        Map<Long, List<StoredDelivery>> runs = runs();
        Map<Long, StoredTask> tasks = tasks(runs.values());
        load(needs(tasks.values()));
        List<Claim> claims = new ArrayList<>();
        Set<Long> taken = new HashSet<>();
        for (List<StoredDelivery> run : sorted(runs.values())) {
            List<StoredDelivery> made = fitting(run, tasks, taken);
            if (!made.isEmpty()) {
                groups(made, tasks).forEach(group -> claims.add(take(group, tasks, worker, lease)));
                taken.add(run.get(0).keyHash());
            }
        }
        work.update(changed);
        return claims;
    }

    /** By key, the first delivery and those behind it that nobody has tried; all of them locked by now. */
    private Map<Long, List<StoredDelivery>> runs() {
        Map<Long, List<StoredDelivery>> runs = new LinkedHashMap<>();
        Map<Long, List<StoredDelivery>> behind = new LinkedHashMap<>();
        for (StoredDelivery each : due) {
            StoredDelivery first = ofKey(each.keyHash()).stream().findFirst().orElse(each);
            if (first.task() == each.task()) {
                runs.put(each.keyHash(), new ArrayList<>(List.of(each)));
            } else {
                behind.computeIfAbsent(each.keyHash(), key -> new ArrayList<>()).add(each);
            }
        }
        behind.keySet().removeAll(runs.keySet());
        behind.forEach((key, all) -> waitTogether(ofKey(key).get(0), all));
        Set<Long> wanted = new TreeSet<>();
        runs.forEach((key, run) -> followers(run.get(0)).forEach(each -> wanted.add(each.task())));
        wanted.removeAll(locked);
        locked.addAll(wanted.isEmpty() ? Set.of() : work.lock(channel, wanted));
        runs.forEach((key, run) -> {
            for (StoredDelivery each : followers(run.get(0))) {
                if (!locked.contains(each.task())) {
                    break;
                }
                run.add(each);
            }
        });
        return runs;
    }

    /** Those that are told at once, one after the other. */
    private List<List<StoredDelivery>> groups(List<StoredDelivery> run, Map<Long, StoredTask> tasks) {
        if (carrying == Carrying.ALL) {
            return List.of(run);
        }
        List<List<StoredDelivery>> groups = new ArrayList<>();
        @Nullable StoredTask first = null;
        for (StoredDelivery each : run) {
            StoredTask task = tasks.get(each.task());
            if (first == null || task == null || !carrying.carries(first, task)) {
                groups.add(new ArrayList<>());
                first = tasks.get(each.firstTask());
            }
            groups.get(groups.size() - 1).add(each);
        }
        return groups;
    }

    /** Those that wait for one that somebody else is at work on, or is to decide about: all that nobody has tried wait as one. */
    private void waitTogether(StoredDelivery first, List<StoredDelivery> behind) {
        if (carrying != Carrying.ALL) {
            // Whoever ends the first one wakes the next one alone.
            behind.forEach(each -> changed.add(each.waitingUntil(again(first), null)));
            return;
        }
        Set<Long> mine = new HashSet<>();
        behind.forEach(each -> mine.add(each.task()));
        @Nullable StoredDelivery carrying = null;
        for (StoredDelivery each : ofKey(first.keyHash())) {
            boolean joins = mine.contains(each.task()) && each.isUntouched();
            if (carrying != null && joins) {
                changed.add(carrying.superseded());
                carrying = each.carrying(carrying.firstTask());
            } else {
                if (carrying != null) {
                    waitFor(carrying, first);
                }
                carrying = joins ? each : null;
                if (!joins && mine.contains(each.task())) {
                    waitFor(each, first);
                }
            }
        }
        if (carrying != null) {
            waitFor(carrying, first);
        }
    }

    /** What was tried is told by itself: it may have arrived. */
    private List<StoredDelivery> followers(StoredDelivery first) {
        boolean all = carrying == Carrying.ALL;
        if (!first.isUntouched() || !all && first.attempts() > 0) {
            return List.of();
        }
        List<StoredDelivery> followers = new ArrayList<>();
        for (StoredDelivery each : ofKey(first.keyHash())) {
            if (each.task() > first.task()) {
                if (!each.isUntouched() || !all && followers.size() == MOST_OF_KEY - 1) {
                    break;
                }
                followers.add(each);
            }
        }
        return followers;
    }

    /** Until the other one has ended, or else until it is due, or for some time where somebody has to decide about it. */
    private void waitFor(StoredDelivery each, StoredDelivery other) {
        changed.add(each.waitingUntil(again(other), other.keyHash()));
    }

    private Instant again(StoredDelivery other) {
        Instant again = now.plus(LOOK_AGAIN);
        Instant next = other.dueAt() == null || other.dueAt().isAfter(again) ? again : other.dueAt();
        return next.isAfter(now) ? next : now.plusSeconds(1);
    }

    private Map<Long, StoredTask> tasks(Collection<List<StoredDelivery>> runs) {
        Set<Long> ids = new TreeSet<>();
        runs.forEach(run -> {
            for (StoredDelivery each : run) {
                ids.add(each.task());
                if (each.firstTask() != each.task()) {
                    ids.addAll(work.carried(channel, each.keyHash(), each.firstTask(), each.task()));
                }
            }
        });
        Map<Long, StoredTask> tasks = new TreeMap<>();
        work.tasks(ids).forEach(task -> tasks.put(task.id(), task));
        return tasks;
    }

    private static Set<Long> needs(Collection<StoredTask> tasks) {
        Set<Long> needs = new TreeSet<>();
        tasks.forEach(task -> task.needs().forEach(key -> needs.add(StoredTask.hash(key))));
        return needs;
    }

    private static List<List<StoredDelivery>> sorted(Collection<List<StoredDelivery>> runs) {
        return runs.stream()
                .sorted((one, other) ->
                        Long.compare(one.get(0).task(), other.get(0).task()))
                .toList();
    }

    /** As much of a run as needs nothing that is still on its way; nothing where its first one does. */
    private List<StoredDelivery> fitting(List<StoredDelivery> run, Map<Long, StoredTask> tasks, Set<Long> taken) {
        List<StoredDelivery> fitting = new ArrayList<>();
        for (StoredDelivery each : run) {
            StoredTask task = tasks.get(each.task());
            StoredDelivery missing = task == null ? null : missing(task, run.get(0), fitting.isEmpty(), taken);
            if (missing != null) {
                if (fitting.isEmpty()) {
                    waitFor(each, missing);
                }
                break;
            }
            fitting.add(each);
        }
        return fitting;
    }

    /**
     * What makes something that a task needs, and has not been delivered; null where there is none.
     *
     * @param isFirst whether it is the first of its run; what comes later would be done earlier than in its turn
     */
    private @Nullable StoredDelivery missing(StoredTask task, StoredDelivery first, boolean isFirst, Set<Long> taken) {
        for (String key : task.needs()) {
            long hash = StoredTask.hash(key);
            if (hash == first.keyHash() || taken.contains(hash)) {
                continue;
            }
            for (StoredDelivery other : ofKey(hash)) {
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
            load(Set.of(key));
            key = ofKey(key).stream().findFirst().map(StoredDelivery::waitsFor).orElse(null);
        }
        return key != null && key == other.keyHash();
    }

    private Claim take(List<StoredDelivery> run, Map<Long, StoredTask> tasks, String worker, Duration lease) {
        StoredDelivery first = run.get(0);
        StoredDelivery last = run.get(run.size() - 1);
        run.subList(0, run.size() - 1).forEach(each -> changed.add(each.superseded()));
        StoredDelivery taken = last.taken(worker, now.plus(lease), first.firstTask(), first.attempts() + 1);
        changed.add(taken);
        List<StoredTask> carried = new ArrayList<>();
        tasks.forEach((id, task) -> {
            boolean ofKey =
                    StoredTask.hash(task.key()) == last.keyHash() && task.key().equals(key(last, tasks));
            if (ofKey && id >= first.firstTask() && id <= last.task()) {
                carried.add(task);
            }
        });
        return new Claim(taken, carried);
    }

    private static String key(StoredDelivery delivery, Map<Long, StoredTask> tasks) {
        StoredTask task = tasks.get(delivery.task());
        return task == null ? "" : task.key();
    }
}
