package dev.synchronizer.spring;

import dev.synchronizer.Synchronizer;
import org.springframework.context.SmartLifecycle;

/** Sees to the tasks for other servers and systems from when the application is up; it ends when the synchronizer is closed. */
final class TasksInLife implements SmartLifecycle {
    private final Synchronizer synchronizer;
    private volatile boolean running;

    TasksInLife(Synchronizer synchronizer) {
        this.synchronizer = synchronizer;
    }

    @Override
    public void start() {
        synchronizer.startTasks();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
