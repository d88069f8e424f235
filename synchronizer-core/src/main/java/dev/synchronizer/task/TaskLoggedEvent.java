package dev.synchronizer.task;

import dev.synchronizer.store.StoredTask;
import java.util.List;
import java.util.function.Consumer;

/** A task that was logged, and is committed. Immutable. */
public final class TaskLoggedEvent {
    private final StoredTask task;
    private final List<String> channels;
    private final Consumer<String> sooner;

    /**
     * An event of a task.
     *
     * @param channels where it goes: the names of servers, or of the connector
     * @param sooner has the tasks of a channel seen to
     */
    public TaskLoggedEvent(StoredTask task, List<String> channels, Consumer<String> sooner) {
        this.task = task;
        this.channels = List.copyOf(channels);
        this.sooner = sooner;
    }

    public StoredTask task() {
        return task;
    }

    /** Where it goes: the names of servers, or of the connector. */
    public List<String> channels() {
        return channels;
    }

    /**
     * Has this node see to a channel's tasks in the background, at once and from now on.
     *
     * @param name the name of a server or a connector
     */
    public void runSoon(String name) {
        sooner.accept(task.direction().channel(name));
    }
}
