package dev.synchronizer.schedule;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Daemon threads that nobody interrupts: an embedded H2 would close its file for all if one of them was just reading it.
 */
final class CalmThreads {
    private static final ThreadFactory DAEMONS = work -> {
        // Of whoever starts the schedules, it takes over neither a tenant nor a class loader.
        Thread thread = new Thread(null, work, "synchronizer-schedules", 0, false);
        thread.setContextClassLoader(CalmThreads.class.getClassLoader());
        thread.setDaemon(true);
        return thread;
    };

    private CalmThreads() {}

    /**
     * One thread.
     *
     * @param instead what ends its work where others would interrupt it
     */
    static ThreadPoolExecutor one(Runnable instead) {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), DAEMONS) {
            @Override
            public List<Runnable> shutdownNow() {
                shutdown();
                instead.run();
                return List.of();
            }
        };
    }

    /** One thread for what is done at intervals. */
    static ScheduledThreadPoolExecutor oneAtIntervals() {
        return new ScheduledThreadPoolExecutor(1, DAEMONS) {
            @Override
            public List<Runnable> shutdownNow() {
                shutdown();
                return List.of();
            }
        };
    }
}
