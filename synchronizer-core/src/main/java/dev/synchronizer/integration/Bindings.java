package dev.synchronizer.integration;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ForeignIds;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskDirection;
import dev.synchronizer.store.TaskQueue.Work;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What the system of a connector calls items, as that is bound in transactions. */
final class Bindings {
    private static final int LONGEST = 255;

    private final String connector;

    Bindings(String connector) {
        this.connector = connector;
    }

    /** What stands for a foreign id among the keys that tasks wait for. */
    static String key(String foreignId) {
        return "foreign:" + foreignId;
    }

    static void check(String foreignId) {
        if (foreignId.isBlank() || foreignId.length() > LONGEST) {
            throw new IllegalArgumentException("a foreign id has 1 to 255 characters, not " + foreignId.length());
        }
    }

    /** Binds ids, and wakes those that wait for them. */
    void write(Work work, Map<String, UUID> bound, Instant now) {
        Set<Long> awaited = new TreeSet<>();
        bound.forEach((foreignId, item) -> {
            if (isNew(work.foreignIds(), foreignId, item)) {
                work.foreignIds().bind(connector, foreignId, item);
                awaited.add(StoredTask.hash(key(foreignId)));
            }
        });
        if (!awaited.isEmpty()) {
            work.wake(TaskDirection.INCOMING.channel(connector), awaited, now);
        }
    }

    /**
     * Whether neither is bound yet; not where they are to each other.
     *
     * @throws ProblemsException if one of them is bound to something else
     */
    boolean isNew(ForeignIds ids, String foreignId, UUID item) {
        Optional<UUID> known = ids.item(connector, foreignId);
        if (known.isPresent() && !known.get().equals(item)) {
            throw taken(
                    foreignId, "it is the id of the item " + known.get() + " already, and cannot be that of " + item);
        }
        Optional<String> other = ids.foreignId(connector, item);
        if (other.isPresent() && !other.get().equals(foreignId)) {
            throw taken(foreignId, "the item " + item + " is known as " + other.get() + " there already");
        }
        return known.isEmpty();
    }

    /** @throws ProblemsException if one of them is bound to something else among these */
    void requireFree(Map<String, UUID> bound, String foreignId, UUID item) {
        bound.forEach((foreign, known) -> {
            if (foreign.equals(foreignId) != known.equals(item)) {
                throw taken(foreignId, "the item " + known + " is bound to " + foreign + " by the same task");
            }
        });
    }

    private ProblemsException taken(String foreignId, String message) {
        return new ProblemsException(
                Problem.of(ProblemCode.FOREIGN_ID_TAKEN, connector + ":" + foreignId, message), null);
    }
}
