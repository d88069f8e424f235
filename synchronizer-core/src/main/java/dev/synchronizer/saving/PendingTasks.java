package dev.synchronizer.saving;

import dev.synchronizer.saving.Arrivals.Arrival;
import dev.synchronizer.store.TaskWrites.Logged;
import dev.synchronizer.task.Channels;
import dev.synchronizer.task.Stamps;
import dev.synchronizer.task.TaskHandler;
import dev.synchronizer.task.TaskKey;
import dev.synchronizer.task.TaskLoggedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be told elsewhere of the saves of a unit, and not yet written. Not thread-safe. */
final class PendingTasks {
    /** So many are kept at most until they are written: an import has no end that could be waited for. */
    private static final int MOST = 500;

    private final Unit unit;
    private final TaskLog log;
    private final Leaving leaving;
    private final String group = UUID.randomUUID().toString();
    private final SortedMap<Long, Pending> pending = new TreeMap<>();
    private final Map<TaskKey, Long> latest = new HashMap<>();
    private long count;
    private boolean held;

    /** One that is to be told. */
    record Pending(
            Subject subject,
            Told told,
            String actor,
            SaveOrigin origin,
            @Nullable Arrival arrival) {}

    private PendingTasks(Unit unit, TaskLog log, Leaving leaving) {
        this.unit = unit;
        this.log = log;
        this.leaving = leaving;
    }

    static PendingTasks of(Unit unit, TaskLog log, Leaving leaving) {
        return unit.known(PendingTasks.class, () -> {
            PendingTasks made = new PendingTasks(unit, log, leaving);
            unit.beforeLeaving(made::write);
            return made;
        });
    }

    void add(Subject subject, Told told, String actor, SaveOrigin origin) {
        Arrivals arrivals = unit.find(Arrivals.class);
        Arrival arrival = arrivals == null
                ? null
                : arrivals.take(told.key(), told.change().after());
        pending.put(++count, new Pending(subject, told, actor, origin, arrival));
        latest.put(told.key(), count);
        if (pending.size() >= MOST && !held) {
            write();
        }
    }

    void hold() {
        held = true;
    }

    /** What was saved last under a key is taken back; what was saved of it before still holds. */
    void forget(TaskKey key) {
        Long last = latest.remove(key);
        if (last != null) {
            pending.remove(last);
        }
    }

    /** Writes what has come so far, in the order in which it was saved. */
    void write() {
        if (pending.isEmpty()) {
            return;
        }
        List<Pending> all = List.copyOf(pending.values());
        pending.clear();
        latest.clear();
        Channels channels = log.channels(unit);
        Instant now = leaving.now();
        String self = log.self(unit);
        Map<String, Stamps> stamps = stamps(all, channels);
        TaskMaking making = new TaskMaking(channels, self, group, now, unit.content(), log.handlers());
        List<Made> made = new ArrayList<>();
        for (Pending one : all) {
            Stamps after = StampedChange.of(one, stamps, self, now);
            for (Logged task : making.tasks(one, after)) {
                made.add(new Made(one.subject(), task));
            }
        }
        save(stamps, channels);
        log(made);
    }

    private record Made(Subject subject, Logged task) {}

    /** Without other servers, nobody asks when anything was changed. */
    private Map<String, Stamps> stamps(List<Pending> all, Channels channels) {
        Map<String, Stamps> stamps = new TreeMap<>();
        if (!channels.servers().isEmpty()) {
            Set<String> keys = new HashSet<>();
            all.forEach(one -> keys.add(one.told().key().toString()));
            unit.content().tasks().stamps(keys).forEach((key, json) -> stamps.put(key, Stamps.of(json)));
        }
        return stamps;
    }

    private void save(Map<String, Stamps> stamps, Channels channels) {
        if (!channels.servers().isEmpty()) {
            Map<String, String> json = new TreeMap<>();
            stamps.forEach((key, each) -> json.put(key, each.json()));
            unit.content().tasks().saveStamps(json);
        }
    }

    private void log(List<Made> made) {
        if (made.isEmpty()) {
            return;
        }
        List<Long> ids =
                unit.content().tasks().log(made.stream().map(Made::task).toList());
        List<TaskHandler> handlers = log.handlers();
        for (int at = 0; at < ids.size() && !handlers.isEmpty(); at++) {
            Logged logged = made.get(at).task();
            Subject subject = made.get(at).subject();
            TaskLoggedEvent event = new TaskLoggedEvent(
                    logged.task().withId(ids.get(at)), TaskMaking.names(logged.channels()), log.sooner());
            unit.afterCommit(
                    subject,
                    () -> handlers.forEach(handler -> leaving.quietly(
                            handler.name(), subject, SaveOperation.UPDATE, () -> handler.taskLogged(event))));
        }
    }
}
