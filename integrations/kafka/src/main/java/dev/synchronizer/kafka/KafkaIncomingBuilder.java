package dev.synchronizer.kafka;

import dev.synchronizer.integration.IncomingTask;
import dev.synchronizer.integration.IncomingTasks;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a {@link KafkaIncoming} is made of. Not thread-safe. */
public final class KafkaIncomingBuilder {
    private final IncomingTasks tasks;
    private final String connector;
    private final String group;
    private final List<String> topics;
    private final Map<String, Object> given = new HashMap<>();
    private Function<ConsumerRecord<byte[], byte[]>, IncomingTask> reading = RecordTasks::of;
    private UnkeptRecords unkept = UnkeptRecords.stop();
    private Duration firstPause = Duration.ofMillis(500);
    private Duration longestPause = Duration.ofSeconds(30);
    private Duration patience = Duration.ofSeconds(15);

    KafkaIncomingBuilder(
            IncomingTasks tasks, String connector, String bootstrapServers, String group, List<String> topics) {
        if (connector.isBlank() || group.isBlank() || topics.isEmpty()) {
            throw new IllegalArgumentException("receiving takes a connector, a group and a topic");
        }
        this.tasks = tasks;
        this.connector = connector;
        this.group = group;
        this.topics = topics;
        given.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    }

    /**
     * Further properties of Kafka's consumer, such as those of TLS and SASL; what is secret of them is never shown. A group that
     * is new begins with the oldest record, and what transactions took back is not received, unless they say otherwise.
     */
    public KafkaIncomingBuilder properties(Map<String, ?> more) {
        given.putAll(more);
        return this;
    }

    /**
     * Makes a task of each record in another way. It has to make the same one each time, and throws an
     * {@link IllegalArgumentException} for a record of which none can be made.
     */
    public KafkaIncomingBuilder reading(Function<ConsumerRecord<byte[], byte[]>, IncomingTask> other) {
        reading = other;
        return this;
    }

    /** What to do with records that can never be kept, instead of stopping. */
    public KafkaIncomingBuilder unkept(UnkeptRecords other) {
        unkept = other;
        return this;
    }

    /** How long to wait after a first failure, and how long at most after many. */
    KafkaIncomingBuilder pauses(Duration first, Duration longest) {
        firstPause = first;
        longestPause = longest;
        return this;
    }

    /** How long to wait at the end for a task that is just being kept, before and after its thread is interrupted. */
    KafkaIncomingBuilder patience(Duration other) {
        patience = other;
        return this;
    }

    /**
     * Nothing is received before {@link KafkaIncoming#start}.
     *
     * @throws IllegalArgumentException if a property does not hold, or is one of those on which hangs what is promised
     */
    public KafkaIncoming build() {
        ConsumerSettings settings = new ConsumerSettings(given, group, firstPause, longestPause);
        RecordReceiver receiver = new RecordReceiver(tasks, connector, reading, unkept);
        return new KafkaIncoming(connector, () -> new Consumption(settings, topics, receiver), patience);
    }

    @Override
    public String toString() {
        return "kafka incoming for " + connector;
    }
}
