package dev.synchronizer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** What a real broker does too seldom to wait for it. */
class ReceptionTest {
    private static final TopicPartition PARTITION = new TopicPartition("orders", 0);

    private final List<Map<TopicPartition, OffsetAndMetadata>> commits = new ArrayList<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Inbox inbox = new Inbox();
    private int failures;

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest") {
        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
            if (failures > 0) {
                failures--;
                throw new TimeoutException("the broker is slow");
            }
            commits.add(offsets);
            super.commitSync(offsets, timeout);
        }
    };

    @Test
    void whatCouldNotBeCommittedIsCommittedBeforeThePartitionGoesToSomebodyElse() {
        failures = 1;
        record();
        consumer.schedulePollTask(() -> consumer.rebalance(List.of()));
        run();

        assertThat(inbox.payloads()).containsExactly("1");
        assertThat(commits).containsExactly(Map.of(PARTITION, new OffsetAndMetadata(1)));
    }

    @Test
    void ofAPartitionThatHasGoneNothingIsCommittedAnyMore() {
        failures = 2;
        record();
        consumer.schedulePollTask(() -> consumer.rebalance(List.of()));
        run();

        assertThat(inbox.payloads()).containsExactly("1");
        assertThat(commits).isEmpty();
    }

    @Test
    void whatCouldNotBeCommittedIsCommittedInTheNextRound() {
        failures = 1;
        record();
        run();

        assertThat(commits).containsExactly(Map.of(PARTITION, new OffsetAndMetadata(1)));
    }

    /** The partition comes, with a record. */
    private void record() {
        consumer.schedulePollTask(() -> {
            consumer.rebalance(List.of(PARTITION));
            consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
            consumer.addRecord(new ConsumerRecord<>("orders", 0, 0, Texts.bytes("a"), Texts.bytes("1")));
        });
    }

    /** All that is planned, one more round, and the end. */
    private void run() {
        consumer.schedulePollTask(() -> {});
        consumer.schedulePollTask(() -> closing.set(true));
        RecordReceiver receiver = new RecordReceiver(inbox, "shop", RecordTasks::of, UnkeptRecords.stop());
        Pauses pauses = new Pauses(Duration.ofMillis(1), Duration.ofMillis(1));
        new Reception(consumer, receiver, pauses, Duration.ofMinutes(1), closing::get).run(List.of("orders"));
    }
}
