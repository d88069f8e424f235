package dev.synchronizer.spring;

import dev.synchronizer.Synchronizer;
import org.springframework.context.SmartLifecycle;

/** Looks after the schedules by which rules are applied, while the application is up. */
final class SchedulesInLife implements SmartLifecycle {
    private final Synchronizer synchronizer;
    private volatile boolean running;

    SchedulesInLife(Synchronizer synchronizer) {
        this.synchronizer = synchronizer;
    }

    @Override
    public void start() {
        synchronizer.startSchedules();
        running = true;
    }

    @Override
    public void stop() {
        synchronizer.stopSchedules();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
