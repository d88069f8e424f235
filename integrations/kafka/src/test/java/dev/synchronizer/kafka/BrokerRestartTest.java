package dev.synchronizer.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.integration.CloudEvent;
import dev.synchronizer.integration.ConnectorException;
import dev.synchronizer.integration.Outcome;
import dev.synchronizer.integration.OutgoingTask;
import dev.synchronizer.integration.SampleTasks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrokerRestartTest {
    private static final Duration TIMEOUT = Duration.ofMillis(900);

    private final Broker broker = Broker.running();
    private final Topic topic = Topic.of(broker, 1);

    @AfterEach
    void start() {
        broker.startIfStopped();
    }

    @Test
    void whatABrokerThatIsDownDoesNotTakeIsTakenWhenItIsBack() {
        try (KafkaConnector connector = connector()) {
            send(connector, SampleTasks.update(1, "{}"));
            broker.stop();

            failsInTime(connector, SampleTasks.update(2, "{}"));

            broker.start();
            sendUntilItIsTaken(connector, SampleTasks.update(2, "{}"));
        }

        assertThat(idsWithoutRepetition()).containsExactly(1L, 2L);
    }

    @Test
    void aConnectorThatHasNeverSeenABrokerUsesTheFirstOneThatComes() {
        broker.stop();
        try (KafkaConnector connector = connector()) {
            failsInTime(connector, SampleTasks.update(1, "{}"));

            broker.start();
            sendUntilItIsTaken(connector, SampleTasks.update(1, "{}"));
        }

        assertThat(idsWithoutRepetition()).containsExactly(1L);
    }

    @Test
    void aRestartBetweenManyTasksLosesNoneAndKeepsTheirOrder() throws Exception {
        CountDownLatch some = new CountDownLatch(50);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (KafkaConnector connector = connector()) {
            Future<?> sender =
                    thread.submit(() -> LongStream.rangeClosed(1, 500).forEach(id -> {
                        sendUntilItIsTaken(connector, SampleTasks.update(id, "{}"));
                        some.countDown();
                    }));
            assertThat(some.await(20, TimeUnit.SECONDS)).isTrue();
            broker.stop();
            broker.start();
            sender.get(60, TimeUnit.SECONDS);
        } finally {
            thread.shutdown();
        }

        assertThat(idsWithoutRepetition())
                .isEqualTo(LongStream.rangeClosed(1, 500).boxed().toList());
    }

    @Test
    void aReaderGoesOnWhereItStoodWhenTheBrokerIsBack() throws Exception {
        Inbox inbox = new Inbox();
        try (KafkaIncoming incoming = KafkaIncoming.builder(
                        inbox, "shop", broker.address(), topic.name() + "-readers", topic.name())
                .build()) {
            topic.write(0, "a", "1", "2");
            incoming.start();
            inbox.awaitKept(2);

            broker.stop();
            broker.start();
            topic.write(0, "a", "3");
            inbox.awaitKept(3);
        }

        assertThat(inbox.payloads()).containsExactly("1", "2", "3");
        assertThat(broker.committed(topic.name() + "-readers", topic.name(), 0)).isEqualTo(3);
    }

    private void failsInTime(KafkaConnector connector, OutgoingTask task) {
        long begin = System.nanoTime();
        ConnectorException failure = catchThrowableOfType(ConnectorException.class, () -> send(connector, task));
        assertThat(failure.isUnreachable()).isTrue();
        assertThat(failure).hasMessageContaining("topic " + topic.name() + " of Kafka");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TIMEOUT.plusSeconds(5));
    }

    private KafkaConnector connector() {
        return KafkaConnector.builder("kafka", broker.address(), topic.name())
                .timeout(TIMEOUT)
                .build();
    }

    private static void send(KafkaConnector connector, OutgoingTask task) {
        assertThat(connector.process(task, SampleTasks.noIds())).isEqualTo(Outcome.OK);
    }

    /** As whoever runs the tasks does: the same task again, before any other of its key. */
    private static void sendUntilItIsTaken(KafkaConnector connector, OutgoingTask task) {
        for (int attempt = 0; attempt < 50; attempt++) {
            try {
                send(connector, task);
                return;
            } catch (ConnectorException e) {
                assertThat(e.isUnreachable()).isTrue();
            }
        }
        throw new AssertionError("the broker does not take task " + task.id());
    }

    /** The tasks that stand in the topic; one that was written again right behind itself counts once. */
    private List<Long> idsWithoutRepetition() {
        List<Long> ids = topic.records().stream()
                .map(record -> CloudEvent.read(record.value()).orElseThrow().id())
                .map(id -> Long.valueOf(id.substring(id.indexOf('/') + 1)))
                .toList();
        return IntStream.range(0, ids.size())
                .filter(at -> at == 0 || !ids.get(at).equals(ids.get(at - 1)))
                .mapToObj(ids::get)
                .toList();
    }
}
