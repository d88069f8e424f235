package dev.synchronizer.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one consumer does: it receives records one after the other, and commits what was received, and nothing else. */
final class Reception implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaIncoming.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration COMMIT = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final RecordReceiver receiver;
    private final Pauses pauses;
    private final Duration longestRound;
    private final BooleanSupplier closing;
    private final Progress progress = new Progress();

    Reception(
            Consumer<byte[], byte[]> consumer,
            RecordReceiver receiver,
            Pauses pauses,
            Duration longestRound,
            BooleanSupplier closing) {
        this.consumer = consumer;
        this.receiver = receiver;
        this.pauses = pauses;
        this.longestRound = longestRound;
        this.closing = closing;
    }

    /** Goes on until it is to end, or fails. */
    void run(Collection<String> topics) {
        consumer.subscribe(topics, this);
        while (!closing.getAsBoolean()) {
            // Those that wait are polled too, paused: who does not poll is thrown out of the group.
            consumer.resume(pauses.over().stream()
                    .filter(consumer.assignment()::contains)
                    .toList());
            round(consumer.poll(POLL));
        }
    }

    private void round(ConsumerRecords<byte[], byte[]> records) {
        long end = System.nanoTime() + longestRound.toNanos();
        try {
            for (TopicPartition partition : records.partitions()) {
                receive(partition, records.records(partition), end);
            }
        } finally {
            commit(progress.uncommitted());
        }
    }

    private void receive(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, long end) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (closing.getAsBoolean() || end - System.nanoTime() <= 0) {
                consumer.seek(partition, record.offset());
                return;
            }
            if (!isReceived(partition, record)) {
                consumer.seek(partition, record.offset());
                consumer.pause(List.of(partition));
                return;
            }
            progress.received(partition, record);
            pauses.forget(List.of(partition));
        }
    }

    private boolean isReceived(TopicPartition partition, ConsumerRecord<byte[], byte[]> record) {
        try {
            receiver.receive(record);
            return true;
        } catch (UnreceivedException e) {
            Duration pause = pauses.begin(partition);
            LOG.warn(
                    "The record at offset {} of {} could not be received, and is tried again in {} ms: {}",
                    record.offset(),
                    partition,
                    pause.toMillis(),
                    e.getMessage());
            return false;
        }
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        if (offsets.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(offsets, COMMIT);
            progress.forget(offsets.keySet());
        } catch (CommitFailedException | RetriableException e) {
            LOG.warn(
                    "It could not be committed up to where records of {} were received, so that some may come again: {}",
                    offsets.keySet(),
                    e.getMessage());
        }
    }

    /** Comes at the end too, after whoever ends it may have broken off the last commit. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(progress.uncommitted());
        offsets.keySet().retainAll(partitions);
        commit(offsets);
        onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        progress.forget(partitions);
        pauses.forget(partitions);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        LOG.info("Records of {} are received from here on", partitions);
    }
}
