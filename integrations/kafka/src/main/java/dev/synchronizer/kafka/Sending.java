package dev.synchronizer.kafka;

import dev.synchronizer.integration.ConnectorException;
import dev.synchronizer.integration.Outcome;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;

/** The one producer of a connector, which is made when it is needed, and again when it is of no use any more. */
final class Sending {
    private static final Duration AT_THE_END = Duration.ofSeconds(5);

    private final ClientProperties properties;
    private final Duration timeout;
    private final SendFailures failures;
    private @Nullable Producer<byte[], byte[]> current;
    private boolean closed;

    Sending(ClientProperties properties, Duration timeout) {
        this.properties = properties;
        this.timeout = timeout;
        this.failures = new SendFailures(properties.secrets());
    }

    /** @throws ConnectorException unless it is acknowledged in time */
    void send(ProducerRecord<byte[], byte[]> record) {
        Producer<byte[], byte[]> producer = producer();
        try {
            // The producer gives up by itself, and before, so that nothing is under way any more.
            producer.send(record).get(timeout.plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failed(producer, record, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
            throw failures.ofInterruption(record.topic(), e);
        } catch (RuntimeException | TimeoutException e) {
            throw failed(producer, record, e);
        }
    }

    private ConnectorException failed(Producer<byte[], byte[]> producer, ProducerRecord<?, ?> record, Throwable why) {
        ConnectorException failure = failures.of(record.topic(), why);
        if (failure.outcome() != Outcome.ERROR_AND_SKIP && !isOfNoMatterForOthers(why)) {
            // Some of these make a producer useless for all that follows.
            drop(producer);
        }
        return failure;
    }

    private static boolean isOfNoMatterForOthers(Throwable why) {
        return why instanceof RetriableException
                || why instanceof InvalidTopicException
                || why instanceof TopicAuthorizationException;
    }

    private synchronized Producer<byte[], byte[]> producer() {
        if (closed) {
            throw ConnectorException.unreachable("the connector to Kafka is closed", null);
        }
        if (current == null) {
            try {
                current = new KafkaProducer<>(properties.asMap());
            } catch (RuntimeException e) {
                throw failures.ofStart(e);
            }
        }
        return current;
    }

    private void drop(Producer<byte[], byte[]> useless) {
        synchronized (this) {
            if (current == useless) {
                current = null;
            }
        }
        end(useless, Duration.ZERO);
    }

    void close() {
        Producer<byte[], byte[]> last;
        synchronized (this) {
            closed = true;
            last = current;
            current = null;
        }
        if (last != null) {
            end(last, AT_THE_END);
        }
    }

    /** Whoever is interrupted could not end it. */
    private static void end(Producer<?, ?> producer, Duration timeout) {
        boolean interrupted = Thread.interrupted();
        try {
            producer.close(timeout);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
