package dev.synchronizer.saving;

import dev.synchronizer.problem.ProblemsException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells handlers of what other nodes have saved, on one daemon thread of their own: however slow they are, nobody else waits. */
public final class RemoteThread implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Runnable telling;
    private final Semaphore wanted = new Semaphore(0);
    private volatile boolean closed;
    private @Nullable Thread thread;

    /** @param telling tells all that there is to tell */
    public RemoteThread(Runnable telling) {
        this.telling = telling;
    }

    /** Has it look for something to tell; the first call starts the thread, and another one where it could not be, or has ended. */
    public synchronized void wake() {
        if (closed) {
            return;
        }
        wanted.release();
        if (thread == null || !thread.isAlive()) {
            // Of whoever happens to be first, it takes over neither a tenant nor a class loader.
            Thread started = new Own(this::run);
            started.start();
            thread = started;
        }
    }

    private void run() {
        while (!closed) {
            wanted.acquireUninterruptibly();
            wanted.drainPermits();
            calm();
            if (!closed) {
                tell();
            }
        }
    }

    /** Such a thread ends where it is closed, and not where a handler interrupts it: what is left of that is nobody's concern. */
    static void calm() {
        if (Thread.currentThread() instanceof Own) {
            Thread.interrupted();
        }
    }

    /** What fails is tried again when it is next woken. */
    private void tell() {
        try {
            telling.run();
        } catch (ProblemsException e) {
            log().warn("Handlers are told later of what other nodes have saved: {}", e.getMessage());
        } catch (Throwable e) {
            log().warn("Handlers are told later of what other nodes have saved", e);
        }
    }

    /** Only where there is something to tell: whoever makes this object may never start the thread. */
    private static Logger log() {
        return LoggerFactory.getLogger(SavePath.class);
    }

    /** Ends it; a handler that is being told is waited for a short time. */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closed = true;
            running = thread;
        }
        wanted.release();
        if (running != null && running != Thread.currentThread()) {
            try {
                running.join(PATIENCE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class Own extends Thread {
        Own(Runnable deed) {
            super(null, deed, "synchronizer-remote", 0, false);
            setContextClassLoader(RemoteThread.class.getClassLoader());
            setDaemon(true);
        }
    }
}
