package dev.synchronizer.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How a consumer receives. */
final class ConsumerSettings {
    private final ClientProperties properties;
    private final Duration firstPause;
    private final Duration longestPause;

    /** @throws IllegalArgumentException if a property does not hold, or is one of its own */
    ConsumerSettings(Map<String, ?> given, String group, Duration firstPause, Duration longestPause) {
        Map<String, Object> all = new HashMap<>(Map.of(
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                // What a transaction has taken back was never said.
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"));
        all.putAll(given);
        this.properties = new ClientProperties(ConsumerConfig.configDef(), all, own(group));
        this.firstPause = firstPause;
        this.longestPause = longestPause;
    }

    private static Map<String, ?> own(String group) {
        return Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                group,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class.getName(),
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class.getName());
    }

    Map<String, Object> asMap() {
        return properties.asMap();
    }

    /** Well below what the group waits for somebody who does not ask for records. */
    Duration longestRound() {
        int interval = (Integer) properties.parsed().getOrDefault(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 0);
        return Duration.ofMillis(interval / 3);
    }

    Pauses pauses() {
        return new Pauses(firstPause, longestPause);
    }

    /** What a failure says, without secrets. */
    String words(RuntimeException failure) {
        return properties.secrets().hidden(failure.toString());
    }
}
