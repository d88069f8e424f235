package dev.synchronizer.kafka;

import dev.synchronizer.integration.CloudEvent;
import dev.synchronizer.integration.Connector;
import dev.synchronizer.integration.ConnectorException;
import dev.synchronizer.integration.IdTranslator;
import dev.synchronizer.integration.Outcome;
import dev.synchronizer.integration.OutgoingTask;
import dev.synchronizer.integration.Subscription;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Tells others of changes through topics of Kafka: each task is a {@link CloudEvent} in JSON, under the key of the task, so that
 * the events of one thing stay in order. A task that comes again is written again, as an event of the same id.
 *
 * <p>The producer, with a thread of its own, is made for the first task, and ends with {@link #close}.
 */
public final class KafkaConnector implements Connector, AutoCloseable {
    private final String name;
    private final List<Subscription> subscriptions;
    private final Function<OutgoingTask, String> topic;
    private final Sending sending;

    KafkaConnector(
            String name, List<Subscription> subscriptions, Function<OutgoingTask, String> topic, Sending sending) {
        this.name = name;
        this.subscriptions = subscriptions;
        this.topic = topic;
        this.sending = sending;
    }

    /**
     * A connector of this name, which writes all events to one topic.
     *
     * @param bootstrapServers such as {@code kafka1:9092,kafka2:9092}
     * @throws IllegalArgumentException if the name is blank
     */
    public static KafkaConnectorBuilder builder(String name, String bootstrapServers, String topic) {
        return builder(name, bootstrapServers, task -> topic);
    }

    /** A connector which writes each event to the topic of its task: the same one for all tasks of a key. */
    public static KafkaConnectorBuilder builder(
            String name, String bootstrapServers, Function<OutgoingTask, String> topic) {
        return new KafkaConnectorBuilder(name, bootstrapServers, topic);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Subscription> subscriptions() {
        return subscriptions;
    }

    /** @throws ConnectorException unless all brokers that have to hold the event have acknowledged it */
    @Override
    public Outcome process(OutgoingTask task, IdTranslator ids) {
        sending.send(record(task));
        return Outcome.OK;
    }

    private ProducerRecord<byte[], byte[]> record(OutgoingTask task) {
        byte[] event = Texts.bytes(CloudEvent.of(task).json());
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic.apply(task), Texts.bytes(task.key()), event);
        record.headers().add(Texts.CONTENT_TYPE, Texts.bytes(CloudEvent.MEDIA_TYPE));
        return record;
    }

    /** Ends the producer; what waits for an acknowledgement fails, and is tried again by whoever runs the tasks. */
    @Override
    public void close() {
        sending.close();
    }

    @Override
    public String toString() {
        return "kafka connector " + name;
    }
}
