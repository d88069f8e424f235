package dev.synchronizer.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Up to where records were received, as far as that is not committed yet. */
final class Progress {
    private final Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();

    void received(TopicPartition partition, ConsumerRecord<?, ?> record) {
        next.put(partition, new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), ""));
    }

    Map<TopicPartition, OffsetAndMetadata> uncommitted() {
        return Map.copyOf(next);
    }

    void forget(Collection<TopicPartition> partitions) {
        next.keySet().removeAll(partitions);
    }
}
