package dev.synchronizer.task;

import dev.synchronizer.store.StoredTask;

/** A task that is about to be logged. Of use only within {@link TaskHandler#taskLogging}, and not thread-safe. */
public final class TaskLoggingEvent {
    private final StoredTask task;
    private String payload;
    private boolean dropped;

    public TaskLoggingEvent(StoredTask task) {
        this.task = task;
        payload = task.payload();
    }

    /** The task as it was before any handler looked at it; its number is not known yet. */
    public StoredTask task() {
        return task;
    }

    /** What is carried over, as canonical JSON. */
    public String payload() {
        return payload;
    }

    /**
     * Has something else carried over.
     *
     * @param json canonical JSON, of the form that the other side reads
     */
    public void payload(String json) {
        payload = json;
    }

    /** Has nothing told of what a property of the item holds, in whatever language; of tasks to other servers alone. */
    public void withhold(String property) {
        payload = PayloadJson.write(PayloadJson.read(payload).without(property));
    }

    /** Has it told to nobody. */
    public void drop() {
        dropped = true;
    }

    public boolean isDropped() {
        return dropped;
    }
}
