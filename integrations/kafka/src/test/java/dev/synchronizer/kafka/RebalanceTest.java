package dev.synchronizer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.integration.IncomingTask;
import dev.synchronizer.integration.IncomingTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RebalanceTest {
    private static final int PARTITIONS = 4;

    private final Broker broker = Broker.running();
    private final Topic topic = Topic.of(broker, PARTITIONS);
    private final Inbox inbox = new Inbox();

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void nodesThatComeAndGoShareTheRecordsAndKeepEachOnce(String protocol) throws Exception {
        CountDownLatch secondIsAtWork = new CountDownLatch(1);
        IncomingTasks ofSecond = (connector, task) -> {
            secondIsAtWork.countDown();
            return inbox.receive(connector, task);
        };
        try (KafkaIncoming second = node(protocol, ofSecond)) {
            int rounds = 0;
            try (KafkaIncoming first = node(protocol, inbox)) {
                first.start();
                write(rounds++);
                inbox.awaitKept(PARTITIONS);

                second.start();
                while (!secondIsAtWork.await(100, TimeUnit.MILLISECONDS) && rounds < 300) {
                    write(rounds++);
                }
                assertThat(secondIsAtWork.getCount()).isZero();
                write(rounds++);
                inbox.awaitKept(rounds * PARTITIONS);
            }
            write(rounds++);
            inbox.awaitKept(rounds * PARTITIONS);
        }

        assertThat(inbox.repeated()).isEmpty();
        assertThat(byKey())
                .hasSize(PARTITIONS)
                .allSatisfy((key, payloads) -> assertThat(payloads).isEqualTo(inOrder(payloads.size())));
    }

    @Test
    void aPartitionThatWaitedGoesOnAtItsNextOwner() throws Exception {
        topic.write(0, "0", "0");
        CountDownLatch failed = new CountDownLatch(1);
        IncomingTasks broken = (connector, task) -> {
            failed.countDown();
            throw new IllegalStateException("the database has gone");
        };
        try (KafkaIncoming first = node("classic", broken)) {
            first.start();
            assertThat(failed.await(20, TimeUnit.SECONDS)).isTrue();
        }
        try (KafkaIncoming second = node("classic", inbox)) {
            second.start();
            inbox.awaitKept(1);
        }

        assertThat(inbox.payloads()).containsExactly("0");
    }

    private KafkaIncoming node(String protocol, IncomingTasks tasks) {
        Map<String, Object> properties = protocol.equals("consumer")
                ? Map.of("group.protocol", protocol)
                : Map.of("group.protocol", protocol, "heartbeat.interval.ms", 100);
        return KafkaIncoming.builder(tasks, "shop", broker.address(), topic.name() + "-readers", topic.name())
                .properties(properties)
                .build();
    }

    /** One record into each partition. */
    private void write(int round) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            topic.write(partition, "" + partition, "" + round);
        }
    }

    private Map<String, List<String>> byKey() {
        return new ArrayList<>(inbox.kept())
                .stream()
                        .collect(Collectors.groupingBy(
                                IncomingTask::key, Collectors.mapping(IncomingTask::payload, Collectors.toList())));
    }

    private static List<String> inOrder(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
