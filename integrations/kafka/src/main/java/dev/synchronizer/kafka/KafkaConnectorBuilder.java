package dev.synchronizer.kafka;

import dev.synchronizer.integration.OutgoingTask;
import dev.synchronizer.integration.Subscription;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What a {@link KafkaConnector} is made of. Not thread-safe. */
public final class KafkaConnectorBuilder {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofMillis(100);

    private final String name;
    private final Map<String, Object> given = new HashMap<>();
    private final Function<OutgoingTask, String> topic;
    private List<Subscription> subscriptions = List.of(Subscription.to(Subscription.Form.SNAPSHOT));
    private Duration timeout = TIMEOUT;

    KafkaConnectorBuilder(String name, String bootstrapServers, Function<OutgoingTask, String> topic) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a connector has a name");
        }
        this.name = name;
        this.topic = topic;
        given.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    }

    /** Of which changes it is told, instead of all changes of items with all that they hold. */
    public KafkaConnectorBuilder subscriptions(Subscription... those) {
        subscriptions = List.of(those);
        return this;
    }

    /** Further properties of Kafka's producer, such as those of TLS and SASL; what is secret of them is never shown. */
    public KafkaConnectorBuilder properties(Map<String, ?> more) {
        given.putAll(more);
        return this;
    }

    /**
     * How long a task may take in all until a broker has acknowledged it, instead of 30 seconds. The lease of a task has to be
     * longer.
     *
     * @throws IllegalArgumentException if that is less than a tenth of a second
     */
    public KafkaConnectorBuilder timeout(Duration longest) {
        if (longest.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("an acknowledgement takes " + SHORTEST.toMillis() + " ms at least");
        }
        timeout = longest;
        return this;
    }

    /**
     * The connector, which does not speak with Kafka yet.
     *
     * @throws IllegalArgumentException if a property does not hold, or is one of those on which hangs what the connector promises
     */
    public KafkaConnector build() {
        ClientProperties properties = new ClientProperties(ProducerConfig.configDef(), given, own());
        return new KafkaConnector(name, subscriptions, topic, new Sending(properties, timeout));
    }

    /** Two thirds of the time are for the record, and one for finding out where it goes. */
    private Map<String, ?> own() {
        int third = Math.toIntExact(timeout.toMillis() / 3);
        return Map.of(
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class.getName(),
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class.getName(),
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG,
                false,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                third,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                third,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                2 * third);
    }

    @Override
    public String toString() {
        return "kafka connector " + name;
    }
}
