package dev.synchronizer.kafka;

import dev.synchronizer.integration.IncomingTasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears changes from topics of Kafka: each record is kept as a task of a connector, and then committed. What was not kept comes
 * again, and what comes again has no effect. Records of a partition are kept in their order.
 */
public final class KafkaIncoming implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaIncoming.class);

    private final String connector;
    private final Supplier<Consumption> work;
    private final Duration patience;
    private volatile @Nullable Running running;

    KafkaIncoming(String connector, Supplier<Consumption> work, Duration patience) {
        this.connector = connector;
        this.work = work;
        this.patience = patience;
    }

    private record Running(Consumption consumption, Thread thread) {}

    /**
     * Receives for a connector from these topics.
     *
     * @param connector the name of the connector that says what becomes of the tasks
     * @param group consumers of one group share the partitions of the topics; all nodes of a store belong to one
     * @throws IllegalArgumentException if the connector or the group is blank
     */
    public static KafkaIncomingBuilder builder(
            IncomingTasks tasks,
            String connector,
            String bootstrapServers,
            String group,
            String topic,
            String... more) {
        List<String> topics = new ArrayList<>(List.of(more));
        topics.add(0, topic);
        return new KafkaIncomingBuilder(tasks, connector, bootstrapServers, group, List.copyOf(topics));
    }

    /**
     * Begins to receive, on a thread that lasts until {@link #close}. That it cannot reach Kafka does not end it.
     *
     * @throws IllegalStateException if it is at work
     */
    public synchronized void start() {
        if (isRunning()) {
            throw new IllegalStateException("records for " + connector + " are received already");
        }
        Consumption consumption = work.get();
        Thread thread = new Thread(null, consumption, "synchronizer-kafka-" + connector, 0, false);
        thread.setDaemon(true);
        running = new Running(consumption, thread);
        thread.start();
    }

    /** Whether records are received, or at least waited for. */
    public boolean isRunning() {
        Running now = running;
        return now != null && now.thread().isAlive();
    }

    /** Why receiving has stopped by itself; empty where it has not. It can be started again. */
    public Optional<Throwable> failure() {
        Running now = running;
        return now == null ? Optional.empty() : now.consumption().failure();
    }

    /** Commits what was received, and ends, within half a minute; it can be started again. */
    @Override
    public void close() {
        Running now = running;
        if (now == null) {
            return;
        }
        now.consumption().end();
        if (Thread.currentThread() != now.thread()) {
            end(now.thread());
        }
    }

    private void end(Thread thread) {
        try {
            thread.join(patience.toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(patience.toMillis());
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("The thread that receives records for {} does not end, and is left behind", connector);
        }
    }

    @Override
    public String toString() {
        return "kafka incoming for " + connector;
    }
}
