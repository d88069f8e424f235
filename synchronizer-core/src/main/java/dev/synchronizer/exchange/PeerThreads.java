package dev.synchronizer.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads that wait for peers and answer them, and the one that watches how long they wait. The JDK's server begins to
 * read on them when the first byte of a request has come, and knows no end of that itself unless it is set for the whole JVM.
 */
final class PeerThreads implements Executor, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Duration requestTime;
    private final ThreadPoolExecutor pool;
    private final ScheduledThreadPoolExecutor watch;

    PeerThreads(ServerOptions options) {
        this.requestTime = options.requestTime();
        this.pool = new ThreadPoolExecutor(
                options.threads(),
                options.threads(),
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(options.waiting()),
                deed -> new Own(deed, "synchronizer-exchange"));
        pool.allowCoreThreadTimeOut(true);
        this.watch = new ScheduledThreadPoolExecutor(1, deed -> new Own(deed, "synchronizer-exchange-watch"));
        watch.setRemoveOnCancelPolicy(true);
    }

    /** Reads a request, and has it handled. */
    @Override
    public void execute(Runnable exchange) {
        pool.execute(() -> {
            try {
                within(requestTime, deadline -> {
                    own().request = deadline;
                    exchange.run();
                });
            } catch (IOException e) {
                throw new UncheckedIOException("a deadline is not over when it begins", e);
            } finally {
                own().request = null;
            }
        });
    }

    /** That of the request which is handled on this thread. */
    Deadline request() {
        return Objects.requireNonNull(own().request);
    }

    private static Own own() {
        return (Own) Thread.currentThread();
    }

    /** Does something that waits for a peer. */
    void within(Duration time, Waiting waiting) throws IOException {
        Deadline deadline = new Deadline(time);
        Future<?> end = watch.schedule(deadline::end, time.toMillis(), TimeUnit.MILLISECONDS);
        try {
            deadline.arm();
            waiting.run(deadline);
        } finally {
            deadline.disarm();
            end.cancel(false);
        }
    }

    @FunctionalInterface
    interface Waiting {
        void run(Deadline deadline) throws IOException;
    }

    /** Takes nothing more, and waits for what is under way; what takes longer goes on, and is never interrupted. */
    @Override
    public void close() {
        pool.shutdown();
        try {
            pool.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        watch.shutdownNow();
    }

    private static final class Own extends Thread {
        private @Nullable Deadline request;

        Own(Runnable deed, String name) {
            super(null, deed, name, 0, false);
            setContextClassLoader(PeerThreads.class.getClassLoader());
            setDaemon(true);
        }
    }
}
