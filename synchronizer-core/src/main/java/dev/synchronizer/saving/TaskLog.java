package dev.synchronizer.saving;

import dev.synchronizer.store.StoredReads;
import dev.synchronizer.task.Channels;
import dev.synchronizer.task.TaskHandler;
import dev.synchronizer.task.TaskKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Logs what is saved for other servers and systems, in the transaction of the save. Where there are none, it costs nothing:
 * whom to tell is known by the change number that the save goes by. Safe for use by many threads.
 */
public final class TaskLog {
    private static final TaskLog NOBODY = new TaskLog(List::of, channel -> {});

    private final Supplier<List<TaskHandler>> handlers;
    private final Consumer<String> sooner;
    private volatile Known known = new Known(Long.MIN_VALUE, Channels.NONE);
    private volatile @Nullable String self;

    private record Known(long number, Channels channels) {}

    /**
     * Logs for a store.
     *
     * @param handlers look at tasks where they are logged
     * @param sooner has this node see to the tasks of a channel
     */
    public TaskLog(Supplier<List<TaskHandler>> handlers, Consumer<String> sooner) {
        this.handlers = handlers;
        this.sooner = sooner;
    }

    /** Has this node see to the tasks of a channel. */
    Consumer<String> sooner() {
        return sooner;
    }

    static TaskLog nobody() {
        return NOBODY;
    }

    List<TaskHandler> handlers() {
        return handlers.get();
    }

    /** Whether anybody elsewhere is told of what is saved, or tells something. */
    boolean isAwaited(Unit unit) {
        return this != NOBODY && !channels(unit).isEmpty();
    }

    /** Whom to tell, as of the moment that a unit goes by. */
    Channels channels(Unit unit) {
        long number = unit.content().knownState().changeNumber();
        Known latest = known;
        if (latest.number == number) {
            return latest.channels;
        }
        Channels channels = Channels.of(unit.reading(StoredReads::channels));
        if (!unit.hasChangedDefinitions()) {
            known = new Known(number, channels);
        }
        return channels;
    }

    /** The identity of this server, which has channels. */
    String self(Unit unit) {
        String identity = self;
        if (identity == null) {
            Optional<String> stored = unit.content().tasks().self();
            identity = stored.orElseThrow(() -> new IllegalStateException("the server has no identity"));
            self = identity;
        }
        return identity;
    }

    /** Something is written, and is told to whom it concerns, unless that is forgotten before the unit ends. */
    void log(Unit unit, Draft draft, SaveOptions options, Leaving leaving) {
        if (isAwaited(unit)) {
            Told told = draft.told();
            if (told != null) {
                log(unit, draft.subject(), told, draft.actor(), options, leaving);
            }
        }
    }

    /** The same of what has no draft, or more than one. */
    void log(Unit unit, Subject subject, Told told, String actor, SaveOptions options, Leaving leaving) {
        if (!told.change().isNone() && isAwaited(unit)) {
            PendingTasks.of(unit, this, leaving).add(subject, told, actor, options.origin());
        }
    }

    /** An item is again what it was before it was saved last, and nothing is told of that. */
    static void forget(Unit unit, UUID item) {
        PendingTasks pending = unit.find(PendingTasks.class);
        if (pending != null) {
            pending.forget(TaskKey.item(item));
        }
    }

    /** From here on, something may be forgotten until the unit ends. */
    void hold(Unit unit, Leaving leaving) {
        if (isAwaited(unit)) {
            PendingTasks.of(unit, this, leaving).hold();
        }
    }
}
