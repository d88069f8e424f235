package dev.synchronizer.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work of one thread: it opens a consumer, again and again where one fails, until it is told to end. */
final class Consumption implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaIncoming.class);
    private static final Duration LEAVING = Duration.ofSeconds(5);

    private final ConsumerSettings settings;
    private final Collection<String> topics;
    private final RecordReceiver receiver;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Consumer<byte[], byte[]> current;
    private volatile @Nullable Throwable failure;

    Consumption(ConsumerSettings settings, Collection<String> topics, RecordReceiver receiver) {
        this.settings = settings;
        this.topics = topics;
        this.receiver = receiver;
    }

    @Override
    public void run() {
        try {
            for (int failures = 0; !isClosing(); failures++) {
                consume(settings.pauses().length(failures));
            }
        } catch (StoppedException e) {
            failure = e.why();
            LOG.error("Receiving from {} of Kafka has stopped: {}", topics, e.getMessage());
        } catch (Error e) {
            failure = e;
            throw e;
        }
    }

    private void consume(Duration pause) {
        try {
            receive();
        } catch (StoppedException e) {
            throw e;
        } catch (WakeupException e) {
            LOG.debug("The consumer of {} is told to end", topics);
        } catch (RuntimeException e) {
            if (!isClosing()) {
                LOG.warn(
                        "Receiving from {} of Kafka begins anew in {} ms: {}",
                        topics,
                        pause.toMillis(),
                        settings.words(e));
                await(pause);
            }
        }
    }

    private void receive() {
        Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings.asMap());
        try {
            current = consumer;
            new Reception(consumer, receiver, settings.pauses(), settings.longestRound(), this::isClosing).run(topics);
        } finally {
            current = null;
            // Whoever is interrupted could not leave the group.
            boolean interrupted = Thread.interrupted();
            consumer.close(CloseOptions.timeout(LEAVING));
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void await(Duration pause) {
        try {
            closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    void end() {
        closing.countDown();
        Consumer<byte[], byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }
}
